/** RFC 3339, the only notation of time that Kubernetes reads. */
function isDateTime(value: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** Base64 of something: the empty text is refused as well. */
function isBase64(value: string): boolean {
  return /^([a-z\d+/]{4})*([a-z\d+/]{4}|[a-z\d+/]{3}=|[a-z\d+/]{2}==)$/i.test(
    value,
  );
}

/** The formats of text that an API server checks. */
export const FORMATS: Record<string, ((value: string) => boolean) | undefined> =
  { 'date-time': isDateTime, byte: isBase64 };
