/** The part of OpenAPI that Velero's CustomResourceDefinitions need. */
export type Schema =
  | { type: 'any' | 'boolean' | 'integer' | 'string' }
  | { type: 'string'; format?: 'date-time'; choices?: string[] }
  | { type: 'array'; items: Schema }
  | { type: 'map'; values: Schema }
  | {
      type: 'object';
      properties: Record<string, Schema>;
      required?: string[];
    };

export const anything: Schema = { type: 'any' };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer' };
export const text: Schema = { type: 'string' };
export const time: Schema = { type: 'string', format: 'date-time' };

export function choice(...choices: string[]): Schema {
  return { type: 'string', choices };
}

export function list(items: Schema): Schema {
  return { type: 'array', items };
}

export function map(values: Schema): Schema {
  return { type: 'map', values };
}

export function fields(
  properties: Record<string, Schema>,
  required?: string[],
): Schema {
  return { type: 'object', properties, required };
}
