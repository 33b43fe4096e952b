import { isRecord } from '../KubernetesObject';
import { JsonSchema, schemaBelow } from '../schema/JsonSchema';
import { childrenOf, isAssociative, itemKey } from './children';
import { FieldSet, isMember } from './FieldSet';

/** Puts an applied configuration over what is there: field by field, and item by item where items have keys. */
export function mergeApplied(
  live: unknown,
  applied: unknown,
  schema?: JsonSchema,
): unknown {
  const granular = childrenOf(applied, schema) && childrenOf(live, schema);
  if (granular && isRecord(live) && isRecord(applied)) {
    const merged = { ...live };
    for (const [key, value] of Object.entries(applied)) {
      merged[key] = mergeApplied(live[key], value, schemaBelow(schema, key));
    }
    return merged;
  }
  return Array.isArray(live) && Array.isArray(applied) && isAssociative(schema)
    ? mergeItems(live, applied, schema)
    : applied;
}

function mergeItems(
  live: unknown[],
  applied: unknown[],
  schema?: JsonSchema,
): unknown[] {
  const items = new Map(live.map(item => [itemKey(item, schema), item]));
  for (const item of applied) {
    const key = itemKey(item, schema);
    items.set(key, mergeApplied(items.get(key), item, schema?.items));
  }
  return [...items.values()];
}

/** Takes away the members of a set, and what is empty without them. */
export function removeFields(
  value: unknown,
  set: FieldSet,
  schema?: JsonSchema,
): unknown {
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([key, child]) => [
      key,
      removeField(child, set[`f:${key}`], schemaBelow(schema, key)),
    ]);
    return Object.fromEntries(
      entries.filter(([, child]) => child !== undefined),
    );
  }
  if (Array.isArray(value) && isAssociative(schema)) {
    return value
      .map(item => removeField(item, set[itemKey(item, schema)], schema?.items))
      .filter(item => item !== undefined);
  }
  return value;
}

function removeField(
  value: unknown,
  fields: FieldSet | undefined,
  schema?: JsonSchema,
): unknown {
  if (!fields) {
    return value;
  }
  const rest = removeFields(value, fields, schema);
  const children = childrenOf(rest, schema);
  const nothingLeft = !children || children.size === 0;
  return nothingLeft && (isMember(fields) || children) ? undefined : rest;
}
