/** Puts together what lies in the same namespace, so that a question names each namespace once. */
export function namesByNamespace(
  keys: Array<{ namespace: string; name: string }>,
): Map<string, string[]> {
  const byNamespace = new Map<string, string[]>();
  for (const { namespace, name } of keys) {
    const names = byNamespace.get(namespace) ?? [];
    names.push(name);
    byNamespace.set(namespace, names);
  }
  return byNamespace;
}
