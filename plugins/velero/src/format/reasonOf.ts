/** What went wrong, in the words of the one who knows: the backend, where it answered. */
export function reasonOf(error: Error): string {
  const { cause } = error as { cause?: unknown };
  const message = (cause as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' && message ? message : error.message;
}
