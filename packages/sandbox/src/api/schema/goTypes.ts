import { isRecord } from '../KubernetesObject';
import { JsonSchema, schemaBelow } from './JsonSchema';

/** Where an API server gave up reading a built-in type. */
interface Position {
  /** The Go type that holds the field. */
  struct: string;
  path: string;
}

/**
 * Says what Go's decoder says of the first value that has not the type of its field. Built-in kinds and the metadata
 * of all kinds are read into Go types before anything is validated.
 */
export function goTypeProblem(
  schema: JsonSchema,
  value: unknown,
  position: Position,
): string | undefined {
  if (value === undefined || value === null || isAnything(schema)) {
    return undefined;
  }
  if (schema.format === 'byte' && typeof value === 'string') {
    return base64Problem(value);
  }
  if (!matches(schema, value)) {
    const { struct, path } = position;
    return `json: cannot unmarshal ${jsonKind(
      value,
    )} into Go struct field ${struct}.${path} of type ${goType(schema)}`;
  }
  const children = Array.isArray(value)
    ? value.map(item => [undefined, item] as const)
    : Object.entries(isRecord(value) ? value : {});
  for (const [key, child] of children) {
    const problem = childProblem(schema, child, position, key);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}

function childProblem(
  schema: JsonSchema,
  child: unknown,
  { struct, path }: Position,
  key?: string,
): string | undefined {
  const below = key === undefined ? schema.items : schemaBelow(schema, key);
  const isField = key !== undefined && schema.properties !== undefined;
  const name = schema['x-go-type'] ?? struct;
  return goTypeProblem(below ?? {}, child, {
    struct: isField ? name : struct,
    path: isField ? [path, key].filter(Boolean).join('.') : path,
  });
}

function isAnything(schema: JsonSchema): boolean {
  return schema.type === undefined;
}

function matches(schema: JsonSchema, value: unknown): boolean {
  switch (schema.type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'integer':
      return Number.isSafeInteger(value);
    default:
      return typeof value === schema.type;
  }
}

function base64Problem(text: string): string | undefined {
  const at = text.search(/[^A-Za-z0-9+/=\n]/);
  return at < 0 ? undefined : `illegal base64 data at input byte ${at}`;
}

function jsonKind(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function goType(schema: JsonSchema): string {
  switch (schema.type) {
    case 'array':
      return `[]${goType(schema.items ?? {})}`;
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? `map[string]${goType(schema.additionalProperties)}`
        : `v1.${schema['x-go-type'] ?? 'object'}`;
    case 'integer':
      return schema.format ?? 'int64';
    case 'boolean':
      return 'bool';
    default:
      return 'string';
  }
}
