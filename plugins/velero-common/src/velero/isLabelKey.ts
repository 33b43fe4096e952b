const NAME = /^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;

/** What stands between two dots; Kubernetes limits the whole domain only, and not its parts. */
const PART = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const MAXIMUM_PREFIX = 253;

/** Tells whether Kubernetes takes a text as the key of a label: a name, after a domain and a slash where it has one. */
export function isLabelKey(text: string): boolean {
  const [name, prefix, ...more] = text.split('/').reverse();
  return (
    more.length === 0 &&
    NAME.test(name) &&
    (prefix === undefined || isDomain(prefix))
  );
}

function isDomain(text: string): boolean {
  return (
    text.length <= MAXIMUM_PREFIX &&
    text.split('.').every(part => PART.test(part))
  );
}
