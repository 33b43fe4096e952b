import { badRequest, FieldError, invalid } from './ApiError';
import { checkMetadata } from './checkMetadata';
import { completeBuiltIn } from './completeBuiltIn';
import { generatedName } from './generatedName';
import { isRecord, KubernetesObject, ObjectMetadata } from './KubernetesObject';
import { apiVersionOf, ResourceType } from './ResourceType';
import { applyDefaults } from './schema/applyDefaults';
import { checkSchema } from './schema/checkSchema';
import { goTypeProblem } from './schema/goTypes';
import { pruneUnknown } from './schema/pruneUnknown';
import { schemaOf } from './schema/schemaOf';

/** What happens to fields that the schema does not know: refused, dropped with a warning, dropped. */
export type FieldValidation = 'Strict' | 'Warn' | 'Ignore';

export interface AdmitOptions {
  type: ResourceType;
  /** The namespace of the URL. */
  namespace?: string;
  input: unknown;
  fieldValidation?: FieldValidation;
  /** Told of what is odd but no reason to refuse the object. */
  warn?: (text: string) => void;
  /** The input is an object with a patch applied to it, which changes the words of a refusal. */
  patched?: boolean;
}

/** Turns what a client sent into an object fit to be stored, or refuses it as an API server does. */
export function admit(options: AdmitOptions): KubernetesObject {
  const { type, namespace } = options;
  const identified = identify(options);
  checkGoTypes(type, identified);
  const known = dropUnknown(options, identified);
  const metadata = readMetadata(known.metadata, namespace);
  const named = { ...known, metadata: nameObject(type, metadata) };
  const result = completed(type, named as KubernetesObject);
  const errors = [...checkMetadata(type, result), ...checkBody(type, result)];
  if (errors.length > 0) {
    throw invalid(type, result.metadata.name, errors);
  }
  return result;
}

function completed(type: ResourceType, object: KubernetesObject) {
  const schema = schemaOf(type);
  const filled = schema ? applyDefaults(schema, object) : object;
  return completeBuiltIn(type, filled as KubernetesObject);
}

function identify({ type, input }: AdmitOptions): Record<string, unknown> {
  if (!isRecord(input)) {
    throw badRequest('the body of the request is no JSON object');
  }
  const expected = { apiVersion: apiVersionOf(type), kind: type.kind };
  const { apiVersion = expected.apiVersion, kind = expected.kind } = input;
  if (apiVersion !== expected.apiVersion || kind !== expected.kind) {
    throw wrongKind(type, input, { apiVersion, kind });
  }
  return { ...input, ...expected };
}

function wrongKind(
  type: ResourceType,
  input: Record<string, unknown>,
  given: { apiVersion: unknown; kind: unknown },
) {
  const { kind, group } = type;
  const name = isRecord(input.metadata) ? String(input.metadata.name) : '';
  if (!type.custom) {
    const version = String(given.apiVersion).split('/').pop();
    const internal = `${group.split('.')[0] || 'core'}.${kind}`;
    const why =
      version === type.version
        ? `converting (${version}.${given.kind}) to (${internal}): unknown conversion`
        : `no kind "${given.kind}" is registered for version "${given.apiVersion}" in scheme "pkg/runtime/scheme.go:110"`;
    return badRequest(
      `${given.kind} in version "${version}" cannot be handled as a ${kind}: ${why}`,
    );
  }
  return given.kind === kind
    ? invalid({ group: '', kind }, name, [
        mustBe('apiVersion', given.apiVersion, apiVersionOf(type)),
      ])
    : invalid({ group, kind: String(given.kind) }, name, [
        mustBe('kind', given.kind, kind),
      ]);
}

function mustBe(field: string, actual: unknown, expected: string): FieldError {
  const message = `Invalid value: "${actual}": must be ${expected}`;
  return { field, reason: 'FieldValueInvalid', message };
}

/** Built-in kinds are read into Go types, of custom ones the metadata only. */
function checkGoTypes(type: ResourceType, object: Record<string, unknown>) {
  const schema = schemaOf(type);
  const metadata = schema?.properties?.metadata;
  const problem = type.custom
    ? goTypeProblem(metadata ?? {}, object.metadata, {
        struct: 'ObjectMeta',
        path: '',
      })
    : goTypeProblem(schema ?? {}, object, { struct: type.kind, path: '' });
  if (problem) {
    throw badRequest(`${cannotBeHandled(type)}: ${problem}`);
  }
}

function cannotBeHandled({ kind, version }: ResourceType): string {
  return `${kind} in version "${version}" cannot be handled as a ${kind}`;
}

function dropUnknown(
  options: AdmitOptions,
  object: Record<string, unknown>,
): Record<string, unknown> {
  const { type, fieldValidation = 'Warn', warn } = options;
  const schema = schemaOf(type);
  if (!schema) {
    return object;
  }
  const { value, unknown } = pruneUnknown(schema, object);
  const problems = inOrder(type, unknown).map(
    path => `unknown field "${path}"`,
  );
  if (fieldValidation === 'Strict' && problems.length > 0) {
    throw strictError(options, object, problems.join(', '));
  }
  if (fieldValidation === 'Warn') {
    problems.forEach(problem => warn?.(problem));
  }
  return value as Record<string, unknown>;
}

/** Of custom resources the metadata is read first, and the rest in the order of names. */
function inOrder({ custom }: ResourceType, paths: string[]): string[] {
  const isMeta = (path: string) => path.startsWith('metadata.');
  return custom
    ? [
        ...paths.filter(isMeta).sort(),
        ...paths.filter(path => !isMeta(path)).sort(),
      ]
    : paths;
}

function strictError(
  { type, patched }: AdmitOptions,
  object: Record<string, unknown>,
  problems: string,
) {
  const why = `strict decoding error: ${problems}`;
  if (!patched) {
    return badRequest(`${cannotBeHandled(type)}: ${why}`);
  }
  const text = JSON.stringify(JSON.stringify(object));
  const message = `Invalid value: ${text}: ${why}`;
  return invalid({ group: '', kind: '' }, '', [
    { field: 'patch', reason: 'FieldValueInvalid', message },
  ]);
}

function readMetadata(input: unknown, namespace?: string): ObjectMetadata {
  const metadata = isRecord(input) ? input : {};
  const given = metadata.namespace || namespace;
  if (given !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  return {
    ...(metadata as unknown as ObjectMetadata),
    ...(namespace && { namespace }),
  };
}

function nameObject(
  type: ResourceType,
  metadata: ObjectMetadata,
): ObjectMetadata {
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
  return { ...metadata, name: name || generatedName(generateName!) };
}

/** Of built-in kinds, what no Go type catches is not checked. */
function checkBody(type: ResourceType, object: KubernetesObject): FieldError[] {
  const schema = schemaOf(type);
  const { metadata: _metadata, ...body } = object;
  return schema && type.custom ? checkSchema(schema, body, '') : [];
}
