import { isRecord } from '../KubernetesObject';
import { JsonSchema, schemaBelow, takesAnyField } from './JsonSchema';

export interface Pruned {
  value: unknown;
  /** The paths that the schema does not know. */
  unknown: string[];
}

/** Drops what the schema does not know, as an API server does, and the nulls that it does not allow. */
export function pruneUnknown(
  schema: JsonSchema,
  value: unknown,
  path = '',
): Pruned {
  if (Array.isArray(value) && schema.items) {
    return pruneItems(schema.items, value, path);
  }
  const says = schema.properties ?? schema.additionalProperties;
  if (isRecord(value) && says) {
    return pruneFields(schema, value, path);
  }
  return { value, unknown: [] };
}

function pruneItems(schema: JsonSchema, list: unknown[], path: string): Pruned {
  const items = list.map((item, index) =>
    pruneUnknown(schema, item, `${path}[${index}]`),
  );
  return {
    value: items.map(item => item.value),
    unknown: items.flatMap(item => item.unknown),
  };
}

function pruneFields(
  schema: JsonSchema,
  value: Record<string, unknown>,
  path: string,
): Pruned {
  const kept: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [key, child] of Object.entries(value)) {
    const childPath = path ? `${path}.${key}` : key;
    const below = schemaBelow(schema, key);
    if (below && !(child === null && !below.nullable)) {
      const pruned = pruneUnknown(below, child, childPath);
      kept[key] = pruned.value;
      unknown.push(...pruned.unknown);
    } else if (!below && takesAnyField(schema)) {
      kept[key] = child;
    } else if (!below) {
      unknown.push(childPath);
    }
  }
  return { value: kept, unknown };
}
