import { FieldError } from '../ApiError';
import { isRecord } from '../KubernetesObject';
import { FORMATS } from './formats';
import { JsonSchema, schemaBelow } from './JsonSchema';

/** Finds what an API server would refuse in a custom resource. */
export function checkSchema(
  schema: JsonSchema,
  value: unknown,
  path: string,
): FieldError[] {
  if (value === undefined || (value === null && schema.nullable)) {
    return [];
  }
  if (!hasType(schema, value)) {
    return [typeError(schema.type ?? '', value, path)];
  }
  if (Array.isArray(value)) {
    return checkItems(schema, value, path);
  }
  return isRecord(value)
    ? checkFields(schema, value, path)
    : checkValue(schema, value, path);
}

function checkItems(
  { items = {}, minItems = 0 }: JsonSchema,
  list: unknown[],
  path: string,
): FieldError[] {
  const wrong = list.flatMap((item, index) =>
    checkSchema(items, item, `${path}[${index}]`),
  );
  return list.length < minItems
    ? [tooFew(list, minItems, path), ...wrong]
    : wrong;
}

function tooFew(list: unknown[], minItems: number, path: string): FieldError {
  const message = `Invalid value: ${list.length}: ${path} in body should have at least ${minItems} items`;
  return { field: path, reason: 'FieldValueInvalid', message };
}

function checkFields(
  schema: JsonSchema,
  value: Record<string, unknown>,
  path: string,
): FieldError[] {
  const missing = (schema.required ?? [])
    .filter(key => value[key] === undefined)
    .map(key => ({
      field: below(path, key),
      reason: 'FieldValueRequired' as const,
      message: 'Required value',
    }));
  const wrong = Object.entries(value).flatMap(([key, child]) =>
    checkSchema(schemaBelow(schema, key) ?? {}, child, below(path, key)),
  );
  return [...missing, ...wrong];
}

function checkValue(
  schema: JsonSchema,
  value: unknown,
  path: string,
): FieldError[] {
  const { enum: choices, format = '' } = schema;
  if (choices && !choices.includes(value)) {
    const supported = choices.map(item => JSON.stringify(item)).join(', ');
    const message = `Unsupported value: ${JSON.stringify(
      value,
    )}: supported values: ${supported}`;
    return [{ field: path, reason: 'FieldValueNotSupported', message }];
  }
  const isFormatted = FORMATS[format];
  return isFormatted && !isFormatted(String(value))
    ? [wrongType(format, String(value), path)]
    : [];
}

/** True when the value has the right type, but is not written as it should be. */
export function isFormatError({ message }: FieldError): boolean {
  return Object.keys(FORMATS).some(format =>
    message.includes(` in body must be of type ${format}: `),
  );
}

function hasType(schema: JsonSchema, value: unknown): boolean {
  if (schema['x-kubernetes-int-or-string']) {
    return Number.isInteger(value) || typeof value === 'string';
  }
  switch (schema.type) {
    case undefined:
      return true;
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'object':
      return isRecord(value);
    default:
      return typeof value === schema.type;
  }
}

function typeError(expected: string, value: unknown, path: string): FieldError {
  return wrongType(expected, jsonType(value), path);
}

function wrongType(expected: string, actual: string, path: string): FieldError {
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
  if (value === null) {
    return 'null';
  }
  return Number.isSafeInteger(value) ? 'integer' : typeof value;
}

function below(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
