import { isDeepStrictEqual } from 'node:util';
import { FieldError } from './ApiError';
import { KubernetesObject } from './KubernetesObject';
import { ResourceType } from './ResourceType';

const IMMUTABLE_KINDS = ['configmaps', 'secrets'];
const CONTENTS = ['data', 'binaryData'];

/** Finds what an API server would refuse in a change of an object. */
export function checkUpdate(
  type: ResourceType,
  previous: KubernetesObject,
  next: KubernetesObject,
): FieldError[] {
  return [
    ...checkFinalizers(previous, next),
    ...(IMMUTABLE_KINDS.includes(type.plural)
      ? checkImmutable(previous, next)
      : []),
  ];
}

function checkFinalizers(
  previous: KubernetesObject,
  next: KubernetesObject,
): FieldError[] {
  const { deletionTimestamp, finalizers: known = [] } = previous.metadata;
  const { finalizers = [] } = next.metadata;
  const added = finalizers.filter(finalizer => !known.includes(finalizer));
  if (!deletionTimestamp || added.length === 0) {
    return [];
  }
  const names = added.map(finalizer => JSON.stringify(finalizer)).join(', ');
  return [
    forbidden(
      'metadata.finalizers',
      `no new finalizers can be added if the object is being deleted, found new finalizers []string{${names}}`,
    ),
  ];
}

function checkImmutable(
  previous: KubernetesObject,
  next: KubernetesObject,
): FieldError[] {
  if (previous.immutable !== true) {
    return [];
  }
  const changed = CONTENTS.filter(
    field => !isDeepStrictEqual(previous[field], next[field]),
  );
  const fields = next.immutable === true ? changed : ['immutable', ...changed];
  return fields.map(field =>
    forbidden(field, 'field is immutable when `immutable` is set'),
  );
}

function forbidden(field: string, why: string): FieldError {
  return { field, reason: 'FieldValueForbidden', message: `Forbidden: ${why}` };
}
