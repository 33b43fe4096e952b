/** A namespace that is proven to be of a group. */
export function namespaceOf(owner, name) {
  const annotations = { 'backstage.io/owner': `group:default/${owner}` };
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, annotations },
  };
}

export function configMap(namespace, name, data) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { namespace, name },
    data,
  };
}

/** One of Velero's objects, beside it. */
export function veleroObject(kind, name, spec) {
  return {
    apiVersion: 'velero.io/v1',
    kind,
    metadata: { namespace: 'velero', name },
    spec,
  };
}
