import { isRecord } from '../KubernetesObject';
import { JsonSchema, schemaBelow } from './JsonSchema';

/** Fills in what the schema has a default for, below whatever is there. */
export function applyDefaults(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map(item => applyDefaults(items, item)) : value;
  }
  if (!isRecord(value)) {
    return value;
  }
  const filled: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    const below = schemaBelow(schema, key);
    filled[key] = below ? applyDefaults(below, child) : child;
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (property.default !== undefined && filled[key] === undefined) {
      filled[key] = structuredClone(property.default);
    }
  }
  return filled;
}
