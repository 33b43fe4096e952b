import { isRecord } from '../KubernetesObject';
import { Schema } from './Schema';

export interface Pruned {
  value: unknown;
  /** The paths that the schema does not know. */
  unknown: string[];
}

/** Drops what the schema does not know, as an API server does silently with custom resources. */
export function pruneUnknown(
  schema: Schema,
  value: unknown,
  path = '',
): Pruned {
  if (schema.type === 'array' && Array.isArray(value)) {
    const items = value.map((item, index) =>
      pruneUnknown(schema.items, item, `${path}[${index}]`),
    );
    return {
      value: items.map(item => item.value),
      unknown: items.flatMap(item => item.unknown),
    };
  }
  if (schema.type === 'object' && isRecord(value)) {
    return pruneFields(schema.properties, value, path);
  }
  return { value, unknown: [] };
}

function pruneFields(
  properties: Record<string, Schema>,
  value: Record<string, unknown>,
  path: string,
): Pruned {
  const kept: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [key, child] of Object.entries(value)) {
    const childPath = path ? `${path}.${key}` : key;
    if (Object.hasOwn(properties, key)) {
      const pruned = pruneUnknown(properties[key], child, childPath);
      kept[key] = pruned.value;
      unknown.push(...pruned.unknown);
    } else {
      unknown.push(childPath);
    }
  }
  return { value: kept, unknown };
}
