/** Answers of the server that may be different a moment later although nothing was changed. */
const TRANSIENT_STATUS = [408, 429];

/**
 * True when the backend refused what was asked, so that an earlier answer must no longer be shown; false when it, or
 * the way to it, merely failed.
 */
export function isDefinitiveError(error: Error): boolean {
  const status = statusCodeOf(error);
  return (
    status !== undefined &&
    status >= 400 &&
    status < 500 &&
    !TRANSIENT_STATUS.includes(status)
  );
}

export function statusCodeOf(error: Error): number | undefined {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
