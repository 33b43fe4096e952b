import { ServerResponse } from 'node:http';

/** Answers with a signal that ends the work when the reader leaves; an error that nobody waits for is dropped. */
export async function whileReading(
  response: ServerResponse,
  answer: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  if (response.destroyed) {
    // The reader left while it was found out who asks, and nothing tells of that any more.
    left.abort();
  }
  try {
    await answer(left.signal);
  } catch (error) {
    if (!left.signal.aborted) {
      throw error;
    }
  }
}
