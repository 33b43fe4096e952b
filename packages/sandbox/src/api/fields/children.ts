import { isRecord } from '../KubernetesObject';
import { JsonSchema, schemaBelow } from '../schema/JsonSchema';

/** A part of a value that can be owned apart from its siblings. */
export interface Child {
  value: unknown;
  schema?: JsonSchema;
}

/** True when a list's items have identities of their own. */
export function isAssociative(schema?: JsonSchema): boolean {
  const kind = schema?.['x-kubernetes-list-type'];
  return kind === 'map' || kind === 'set';
}

/** The parts of a value by their keys in `fieldsV1`; undefined when it is owned as a whole. */
export function childrenOf(
  value: unknown,
  schema?: JsonSchema,
): Map<string, Child> | undefined {
  if (isRecord(value) && schema?.['x-kubernetes-map-type'] !== 'atomic') {
    return new Map(
      Object.entries(value).map(([key, child]) => [
        `f:${key}`,
        { value: child, schema: schemaBelow(schema, key) },
      ]),
    );
  }
  if (Array.isArray(value) && isAssociative(schema)) {
    return new Map(
      value.map(item => [
        itemKey(item, schema),
        { value: item, schema: schema?.items },
      ]),
    );
  }
  return undefined;
}

/** `k:{"name":"x"}` for an item with keys, `v:"x"` for one that is its own key. */
export function itemKey(item: unknown, schema?: JsonSchema): string {
  const keys = schema?.['x-kubernetes-list-map-keys'];
  if (!keys || !isRecord(item)) {
    return `v:${JSON.stringify(item)}`;
  }
  const identity = [...keys]
    .sort()
    .filter(key => item[key] !== undefined)
    .map(key => [key, item[key]]);
  return `k:${JSON.stringify(Object.fromEntries(identity))}`;
}
