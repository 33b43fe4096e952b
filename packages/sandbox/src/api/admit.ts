import { badRequest, FieldError, invalid } from './ApiError';
import { checkMetadata } from './checkMetadata';
import { generatedName } from './generatedName';
import { isRecord, KubernetesObject, ObjectMetadata } from './KubernetesObject';
import { apiVersionOf, ResourceType, VeleroResourceName } from './ResourceType';
import { checkSchema } from './schema/checkSchema';
import { pruneUnknown } from './schema/pruneUnknown';
import { VELERO_SCHEMAS } from './schema/veleroSchemas';

interface AdmitOptions {
  type: ResourceType;
  /** The namespace of the URL. */
  namespace?: string;
  input: unknown;
  strict?: boolean;
}

/** Turns what a client sent into an object fit to be stored, or refuses it as an API server does. */
export function admit(options: AdmitOptions): KubernetesObject {
  const { type, namespace } = options;
  const object = shape(options);
  const metadata = readMetadata(object.metadata, namespace);
  const named = nameObject(type, metadata);
  const result = prune(options, { ...object, ...named } as KubernetesObject);
  const errors = [...checkMetadata(result), ...checkBody(type, result)];
  if (errors.length > 0) {
    throw invalid(type, result.metadata.name, errors);
  }
  return result;
}

function shape({ type, input }: AdmitOptions): Record<string, unknown> {
  if (!isRecord(input)) {
    throw badRequest('the body of the request is no JSON object');
  }
  const apiVersion = apiVersionOf(type);
  const { apiVersion: givenVersion = apiVersion, kind = type.kind } = input;
  if (givenVersion !== apiVersion || kind !== type.kind) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): ${givenVersion}, Kind=${kind}`,
    );
  }
  return { ...input, apiVersion, kind };
}

function readMetadata(input: unknown, namespace?: string): ObjectMetadata {
  const metadata = isRecord(input) ? input : {};
  const given = metadata.namespace ?? namespace;
  if (given !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const present = Object.entries(metadata).filter(
    ([, value]) => value !== null,
  );
  return {
    ...(Object.fromEntries(present) as unknown as ObjectMetadata),
    ...(namespace && { namespace }),
  };
}

function nameObject(type: ResourceType, metadata: ObjectMetadata) {
  const { name, generateName } = metadata;
  if (!name && !generateName) {
    throw invalid(type, '', [
      {
        field: 'metadata.name',
        reason: 'FieldValueRequired',
        message: 'Required value: name or generateName is required',
      },
    ]);
  }
  return {
    metadata: { ...metadata, name: name || generatedName(generateName!) },
  };
}

function schemaOf(type: ResourceType) {
  return type.custom
    ? VELERO_SCHEMAS[type.plural as VeleroResourceName]
    : undefined;
}

function prune(
  { type, strict }: AdmitOptions,
  object: KubernetesObject,
): KubernetesObject {
  const schema = schemaOf(type);
  if (!schema) {
    return object;
  }
  const { value, unknown } = pruneUnknown(schema, object);
  if (strict && unknown.length > 0) {
    const fields = unknown.map(path => `unknown field "${path}"`);
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${
        type.kind
      }: strict decoding error: ${fields.join(', ')}`,
    );
  }
  return value as KubernetesObject;
}

function checkBody(type: ResourceType, object: KubernetesObject): FieldError[] {
  const schema = schemaOf(type);
  return schema ? checkSchema(schema, object, '') : [];
}
