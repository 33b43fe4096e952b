import { isRecord } from '../KubernetesObject';
import { JsonSchema, schemaBelow } from '../schema/JsonSchema';

type Fields = Record<string, unknown>;

const DIRECTIVE =
  /^\$(setElementOrder|deleteFromPrimitiveList|retainKeys)(\/|$)/;

/** Applies a strategic merge patch: like a merge patch, but lists whose items have keys are merged item by item. */
export function strategicMerge(
  target: unknown,
  patch: unknown,
  schema?: JsonSchema,
): unknown {
  if (!isRecord(patch)) {
    return patch;
  }
  const { $patch: directive, ...changes } = patch;
  if (directive === 'replace') {
    return changes;
  }
  const merged = retained(isRecord(target) ? target : {}, changes);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || (isRecord(value) && value.$patch === 'delete')) {
      delete merged[key];
    } else if (!DIRECTIVE.test(key)) {
      const below = schemaBelow(schema, key);
      merged[key] = mergeValue(merged[key], value, below);
    }
  }
  removeFromLists(merged, changes);
  return merged;
}

/** `$retainKeys` names all fields that may stay. */
function retained(target: Fields, changes: Fields): Fields {
  const { $retainKeys: keys } = changes;
  return Array.isArray(keys)
    ? Object.fromEntries(
        Object.entries(target).filter(([key]) => keys.includes(key)),
      )
    : { ...target };
}

function mergeValue(
  target: unknown,
  value: unknown,
  schema?: JsonSchema,
): unknown {
  if (!Array.isArray(value)) {
    return strategicMerge(target, value, schema);
  }
  const merges = schema?.['x-kubernetes-patch-strategy']?.includes('merge');
  return merges
    ? mergeLists(Array.isArray(target) ? target : [], value, schema)
    : value;
}

function mergeLists(
  target: unknown[],
  patch: unknown[],
  schema?: JsonSchema,
): unknown[] {
  const key = schema?.['x-kubernetes-patch-merge-key'];
  if (!key) {
    return [...new Set([...target, ...patch])];
  }
  if (patch.some(item => isRecord(item) && item.$patch === 'replace')) {
    return patch.filter(item => isRecord(item) && !item.$patch);
  }
  const merged = [...target];
  for (const item of patch.filter(isRecord)) {
    const at = merged.findIndex(
      other => isRecord(other) && other[key] === item[key],
    );
    if (item.$patch === 'delete') {
      merged.splice(at, at < 0 ? 0 : 1);
    } else {
      const next = strategicMerge(merged[at], item, schema?.items);
      merged.splice(at < 0 ? merged.length : at, 1, next);
    }
  }
  return merged;
}

function removeFromLists(merged: Fields, changes: Fields) {
  for (const [directive, removed] of Object.entries(changes)) {
    const [name, key] = directive.split('/');
    const list = merged[key];
    if (
      name === '$deleteFromPrimitiveList' &&
      Array.isArray(list) &&
      Array.isArray(removed)
    ) {
      merged[key] = list.filter(item => !removed.includes(item));
    }
  }
}
