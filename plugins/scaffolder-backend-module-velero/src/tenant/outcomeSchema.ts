import type { z as Zod } from 'zod/v3';

/** The output that says what became of each cluster. */
export function outcomeSchema(z: typeof Zod) {
  return z
    .array(
      z.object({
        cluster: z.string(),
        state: z.string(),
        message: z.string().optional(),
      }),
    )
    .describe('What became of each cluster');
}
