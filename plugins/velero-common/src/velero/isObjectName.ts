const MAXIMUM = 253;

/** Whether a text is a name that most objects of Kubernetes can have: a DNS-1123 subdomain. */
export function isObjectName(text: string): boolean {
  return (
    text.length <= MAXIMUM &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(
      text,
    )
  );
}
