/** Namespaces of the cluster itself, whoever is said to own them. */
const PROTECTED = /^(kube-.*|openshift(-.*)?|default|velero)$/;

/** True for a namespace that nothing is restored to. @public */
export function isProtectedNamespace(
  name: string,
  { veleroNamespaces }: { veleroNamespaces: string[] },
): boolean {
  return PROTECTED.test(name) || veleroNamespaces.includes(name);
}
