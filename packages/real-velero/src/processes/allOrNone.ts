/** Has the first failure end the others, and waits for their end: they must not touch what is removed then. */
export async function allOrNone<T>(
  starts: Promise<T>[],
  failure: AbortController,
): Promise<T[]> {
  for (const start of starts) {
    start.catch(error => failure.abort(error));
  }
  await Promise.allSettled(starts);
  failure.signal.throwIfAborted();
  return Promise.all(starts);
}
