import { ApiError, badRequest, serverError } from './ApiError';
import { compareFields } from './fields/compareFields';
import { difference, isEmpty, memberPaths, union } from './fields/FieldSet';
import { mergeApplied, removeFields } from './fields/mergeApplied';
import {
  abandonedFields,
  claimedFields,
  FieldConflict,
  NOBODYS,
  ownersAfterApply,
  Writer,
} from './fields/ManagedFields';
import {
  isRecord,
  KubernetesObject,
  ManagedFieldsEntry,
} from './KubernetesObject';
import { apiVersionOf, ResourceType } from './ResourceType';
import { checkSchema, isFormatError } from './schema/checkSchema';
import { JsonSchema } from './schema/JsonSchema';
import { pruneUnknown } from './schema/pruneUnknown';
import { schemaOf } from './schema/schemaOf';

const KUBECTL = 'kubectl';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

interface Application {
  type: ResourceType;
  current?: KubernetesObject;
  applied: Record<string, unknown>;
  writer: Writer;
  force?: boolean;
}

/** Merges what somebody applies into what is there, and tells who owns which field then. */
export function applyConfiguration(application: Application): {
  input: unknown;
  owners: ManagedFieldsEntry[];
} {
  const { type, current, applied, writer, force } = application;
  checkApplied(application);
  const schema = schemaOf(type);
  const claimed = claimedFields(applied, schema);
  const entries = entriesOf(type, current, writer, schema);
  const merged = mergeApplied(current ?? {}, applied, schema);
  const abandoned = abandonedFields(entries, writer, claimed);
  const input = removeFields(merged, abandoned, schema) as KubernetesObject;
  const { entries: owners, conflicts } = ownersAfterApply({
    previous: current,
    next: input,
    schema,
    entries,
    writer,
    claimed,
  });
  const serious = conflicts.filter(
    ({ field }) => !mayTakeOver(application, field),
  );
  if (serious.length > 0 && !force) {
    throw applyConflict(serious);
  }
  return { input: withLastApplied(application, input), owners };
}

/** An object whose fields nobody owns was made before anybody applied. */
function entriesOf(
  type: ResourceType,
  current: KubernetesObject | undefined,
  { time }: Writer,
  schema?: JsonSchema,
): ManagedFieldsEntry[] {
  const entries = current?.metadata.managedFields ?? [];
  if (!current || entries.length > 0) {
    return entries;
  }
  const { changed = {} } = compareFields(undefined, current, schema);
  const fieldsV1 = difference(changed, NOBODYS);
  return [
    {
      manager: 'before-first-apply',
      operation: 'Update',
      apiVersion: apiVersionOf(type),
      time,
      fieldsType: 'FieldsV1',
      fieldsV1,
    },
  ].filter(entry => !isEmpty(entry.fieldsV1)) as ManagedFieldsEntry[];
}

function checkApplied({ type, applied }: Application) {
  const { apiVersion = '', kind = '', metadata } = applied;
  if (!apiVersion || !kind) {
    throw badRequest(`invalid object type: ${apiVersion}/, Kind=${kind}`);
  }
  if (isRecord(metadata) && metadata.managedFields) {
    throw badRequest('metadata.managedFields must be nil');
  }
  const problem = typingProblem(schemaOf(type) ?? {}, applied);
  if (problem) {
    const name = isRecord(metadata) ? metadata.name : '';
    throw serverError(
      `failed to create typed patch object (/${name}; ${apiVersion}, Kind=${kind}): .${problem}`,
    );
  }
}

/** Why the schema does not know what is applied: a field, or the type of one. */
function typingProblem(
  schema: JsonSchema,
  applied: Record<string, unknown>,
): string | undefined {
  const { value, unknown } = pruneUnknown(schema, applied);
  if (unknown.length > 0) {
    return `${unknown[0]}: field not declared in schema`;
  }
  const wrong = checkSchema(schema, value, '').find(
    error => error.reason === 'FieldValueTypeInvalid' && !isFormatError(error),
  );
  return wrong && `${wrong.field}: ${wrong.message}`;
}

/** kubectl may take over what it applied itself before, by its own reckoning. */
function mayTakeOver(application: Application, field: string): boolean {
  const { type, current, writer } = application;
  const last = current && lastApplied(current);
  if (writer.manager !== KUBECTL || !current || !last) {
    return false;
  }
  const schema = schemaOf(type);
  const { changed = {}, removed = {} } = compareFields(last, current, schema);
  const unchanged = difference(
    claimedFields(last, schema),
    union(changed, removed),
  );
  return memberPaths(unchanged).includes(field);
}

/** What kubectl applied last stays noted in the object once it was noted there. */
function withLastApplied(
  { applied, current, writer }: Application,
  input: KubernetesObject,
): KubernetesObject {
  if (writer.manager !== KUBECTL || !current || !lastApplied(current)) {
    return input;
  }
  const { metadata } = input;
  const text = `${JSON.stringify(applied)}\n`;
  return {
    ...input,
    metadata: {
      ...metadata,
      annotations: { ...metadata.annotations, [LAST_APPLIED]: text },
    },
  };
}

function lastApplied({
  metadata,
}: KubernetesObject): Record<string, unknown> | undefined {
  const text = metadata.annotations?.[LAST_APPLIED];
  const last: unknown = text && JSON.parse(text);
  return isRecord(last) ? last : undefined;
}

function applyConflict(conflicts: FieldConflict[]): ApiError {
  const one = conflicts.length === 1;
  return new ApiError({
    code: 409,
    reason: 'Conflict',
    message: `Apply failed with ${conflicts.length} ${
      one ? 'conflict' : 'conflicts'
    }: ${one ? described(conflicts[0]) : grouped(conflicts)}`,
    details: {
      causes: conflicts.map(({ owner, field }) => ({
        reason: 'FieldManagerConflict',
        message: `conflict with ${ownerName(owner)}`,
        field,
      })),
    },
  });
}

function described({ owner, field }: FieldConflict): string {
  return `conflict with ${ownerName(owner)}: ${field}`;
}

function grouped(conflicts: FieldConflict[]): string {
  const byOwner = new Map<string, string[]>();
  for (const { owner, field } of conflicts) {
    const name = ownerName(owner);
    byOwner.set(name, [...(byOwner.get(name) ?? []), `- ${field}`]);
  }
  return [...byOwner]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, fields]) => [`conflicts with ${name}:`, ...fields].join('\n'))
    .join('\n');
}

function ownerName({
  manager,
  operation,
  apiVersion,
  subresource,
}: ManagedFieldsEntry): string {
  const part = subresource ? ` with subresource "${subresource}"` : '';
  const version = operation === 'Update' ? ` using ${apiVersion}` : '';
  return `"${manager}"${part}${version}`;
}
