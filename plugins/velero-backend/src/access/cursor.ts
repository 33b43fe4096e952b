import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { RowPosition } from '../store/readPage';

/** PostgreSQL takes no NUL in text. */
const column = z.string().refine(value => !value.includes('\u0000'));

const cursorSchema = z.strictObject({
  question: z.string(),
  after: z.strictObject({
    sortTime: z.number().int(),
    cluster: column,
    namespace: column,
    name: column,
  }),
});

/** Makes the opaque text that continues a list; it is good for the same question only. */
export function encodeCursor(question: unknown, after: RowPosition): string {
  const cursor = { question: digest(question), after };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws InputError when the text was not made here, or for another question */
export function decodeCursor(question: unknown, text: string): RowPosition {
  const cursor = cursorSchema.safeParse(parseJson(text));
  if (!cursor.success) {
    throw new InputError(
      `Query parameter 'cursor' is not a cursor of this list; leave it out to begin at the start`,
    );
  }
  if (cursor.data.question !== digest(question)) {
    throw new InputError(
      `Query parameter 'cursor' belongs to a list with other filters; leave it out to begin at the start`,
    );
  }
  return cursor.data.after;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function digest(question: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(question))
    .digest('base64url')
    .slice(0, 16);
}
