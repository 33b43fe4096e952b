import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from '../../api/KubernetesObject';

/** A service account as it is, with what it lacks of a stored one. */
export function mergedAccount(
  present: KubernetesObject,
  object: KubernetesObject,
): KubernetesObject {
  return {
    ...present,
    ...mergedList('secrets', present, object),
    ...mergedList('imagePullSecrets', present, object),
    metadata: {
      ...present.metadata,
      labels: { ...object.metadata.labels, ...present.metadata.labels },
      ...annotationsOf(object, present),
    },
  };
}

function mergedList(
  field: string,
  present: KubernetesObject,
  added: KubernetesObject,
): Record<string, unknown> {
  const listOf = (object: KubernetesObject): unknown[] => {
    const value = object[field];
    return Array.isArray(value) ? value : [];
  };
  const known = listOf(present);
  const more = listOf(added).filter(
    item => !known.some(other => isDeepStrictEqual(other, item)),
  );
  return more.length > 0 ? { [field]: [...known, ...more] } : {};
}

function annotationsOf(object: KubernetesObject, present: KubernetesObject) {
  const annotations = {
    ...object.metadata.annotations,
    ...present.metadata.annotations,
  };
  return Object.keys(annotations).length > 0 ? { annotations } : {};
}
