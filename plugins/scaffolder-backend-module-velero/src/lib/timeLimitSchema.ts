import type { z as Zod } from 'zod/v3';

/** The input that says how long an action waits. */
export function timeLimitSchema(byDefault: string) {
  return (z: typeof Zod) =>
    z
      .string()
      .optional()
      .describe(
        `How long is waited, as a Go duration; ${byDefault} by default`,
      );
}
