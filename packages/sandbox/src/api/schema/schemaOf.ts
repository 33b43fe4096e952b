import { ResourceType } from '../ResourceType';
import { JsonSchema } from './JsonSchema';
import kubernetes from './kubernetesSchemas.json';
import { customResourceDefinitions } from './customResourceDefinitions';

const DEFINITIONS = kubernetes.schemas as Record<string, JsonSchema>;
const REFERENCE = '#/components/schemas/';
const META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

const resolved = new Map<string, JsonSchema>();
const known = new Map<ResourceType, JsonSchema | undefined>();

/** What the objects of a resource may look like; undefined where anything goes. */
export function schemaOf(type: ResourceType): JsonSchema | undefined {
  if (!known.has(type)) {
    known.set(type, type.custom ? customSchema(type) : builtInSchema(type));
  }
  return known.get(type);
}

/** The published name of a built-in schema, such as `io.k8s.api.core.v1.ConfigMap`. */
function definitionName(type: ResourceType): string {
  const [group] = type.group.split('.');
  return `io.k8s.api.${group || 'core'}.${type.version}.${type.kind}`;
}

function builtInSchema(type: ResourceType): JsonSchema | undefined {
  const name = definitionName(type);
  return Object.hasOwn(DEFINITIONS, name) ? definition(name) : undefined;
}

function customSchema(type: ResourceType): JsonSchema | undefined {
  const crd = customResourceDefinitions.find(
    ({ spec }) =>
      spec.group === type.group && spec.names.plural === type.plural,
  );
  const version = crd?.spec.versions.find(({ name }) => name === type.version);
  const schema = version?.schema.openAPIV3Schema;
  return (
    schema && {
      ...schema,
      properties: { ...schema.properties, metadata: definition(META) },
    }
  );
}

function definition(name: string): JsonSchema {
  const present = resolved.get(name);
  if (present) {
    return present;
  }
  const goType = name.split('.').pop();
  const schema = { ...resolve(DEFINITIONS[name]), 'x-go-type': goType };
  resolved.set(name, schema);
  return schema;
}

/** Puts in place what a schema refers to. */
function resolve(schema: JsonSchema): JsonSchema {
  if (schema.$ref) {
    const { $ref, ...rest } = schema;
    return { ...definition($ref.slice(REFERENCE.length)), ...rest };
  }
  const { properties, items, additionalProperties: others } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, resolve(child)]),
      ),
    }),
    ...(items && { items: resolve(items) }),
    ...(typeof others === 'object' && {
      additionalProperties: resolve(others),
    }),
  };
}
