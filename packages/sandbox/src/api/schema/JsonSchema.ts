/** The part of OpenAPI that Kubernetes' schemas are written in. */
export interface JsonSchema {
  type?: string;
  description?: string;
  format?: string;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  required?: string[];
  enum?: unknown[];
  default?: unknown;
  minItems?: number;
  nullable?: boolean;
  $ref?: string;
  /** The name of the Go type, where one is known. */
  'x-go-type'?: string;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map' | string;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-map-type'?: 'atomic' | 'granular' | string;
  'x-kubernetes-patch-merge-key'?: string;
  'x-kubernetes-patch-strategy'?: string;
}

/** The schema of what stands below a key of an object; undefined when the schema does not know the key. */
export function schemaBelow(
  schema: JsonSchema | undefined,
  key: string,
): JsonSchema | undefined {
  if (schema?.properties && Object.hasOwn(schema.properties, key)) {
    return schema.properties[key];
  }
  const { additionalProperties: others } = schema ?? {};
  return typeof others === 'object' ? others : undefined;
}

/** True where a schema says nothing of the fields of an object, so that any may stand there. */
export function takesAnyField(schema: JsonSchema): boolean {
  return (
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    (!schema.properties && typeof schema.additionalProperties !== 'object')
  );
}
