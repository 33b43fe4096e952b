import { FieldError } from '../ApiError';
import { isRecord } from '../KubernetesObject';
import { Schema } from './Schema';

type Of<T extends Schema['type']> = Extract<Schema, { type: T }>;

/** Finds what an API server would refuse; `null` passes, as it counts as absent. */
export function checkSchema(
  schema: Schema,
  value: unknown,
  path: string,
): FieldError[] {
  if (value === undefined || value === null || schema.type === 'any') {
    return [];
  }
  if (!hasType(schema, value)) {
    return [typeError(schema, value, path)];
  }
  switch (schema.type) {
    case 'array':
      return (value as unknown[]).flatMap((item, index) =>
        checkSchema(schema.items, item, `${path}[${index}]`),
      );
    case 'map':
      return Object.entries(value).flatMap(([key, item]) =>
        checkSchema(schema.values, item, below(path, key)),
      );
    case 'object':
      return checkFields(schema, value as Record<string, unknown>, path);
    case 'string':
      return checkText(schema as Of<'string'>, value as string, path);
    default:
      return [];
  }
}

function checkFields(
  schema: Of<'object'>,
  value: Record<string, unknown>,
  path: string,
): FieldError[] {
  const missing = (schema.required ?? [])
    .filter(key => value[key] === undefined || value[key] === null)
    .map(key => ({
      field: below(path, key),
      reason: 'FieldValueRequired' as const,
      message: 'Required value',
    }));
  const wrong = Object.entries(schema.properties).flatMap(([key, property]) =>
    checkSchema(property, value[key], below(path, key)),
  );
  return [...missing, ...wrong];
}

function checkText(
  schema: { format?: string; choices?: string[] },
  value: string,
  path: string,
): FieldError[] {
  if (schema.choices && !schema.choices.includes(value)) {
    const choices = [...schema.choices].sort().map(item => `"${item}"`);
    return [
      {
        field: path,
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: "${value}": supported values: ${choices.join(
          ', ',
        )}`,
      },
    ];
  }
  if (schema.format === 'date-time' && !isDateTime(value)) {
    const message = `Invalid value: "${value}": ${path} in body must be of type date-time: "${value}"`;
    return [{ field: path, reason: 'FieldValueInvalid', message }];
  }
  return [];
}

/** RFC 3339, the only notation of time that Kubernetes reads. */
export function isDateTime(value: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function hasType(schema: Schema, value: unknown): boolean {
  switch (schema.type) {
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'map':
    case 'object':
      return isRecord(value);
    default:
      return typeof value === schema.type;
  }
}

function typeError(schema: Schema, value: unknown, path: string): FieldError {
  const expected = schema.type === 'map' ? 'object' : schema.type;
  const actual = jsonType(value);
  return {
    field: path,
    reason: 'FieldValueTypeInvalid',
    message: `Invalid value: "${actual}": ${path} in body must be of type ${expected}: "${actual}"`,
  };
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function below(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
