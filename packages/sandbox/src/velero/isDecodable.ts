import { isRecord } from '../api/KubernetesObject';
import { resourceTypeOf } from '../api/ResourceType';
import { checkSchema } from '../api/schema/checkSchema';
import { pruneUnknown } from '../api/schema/pruneUnknown';
import { schemaOf } from '../api/schema/schemaOf';
import { parseGoDuration } from './goDuration';
import { VeleroKinds } from './VeleroObjects';

const DURATIONS = [
  'ttl',
  'csiSnapshotTimeout',
  'itemOperationTimeout',
  'backupSyncPeriod',
  'validationFrequency',
];

/**
 * Whether Velero's server can read an object into its types. One that it cannot read stops its whole list of that
 * kind, which the API server's schema does not prevent: a duration is any text there.
 */
export function isDecodable(
  resource: keyof VeleroKinds,
  object: Record<string, unknown>,
): boolean {
  const schema = schemaOf(resourceTypeOf(resource)) ?? {};
  const { value: known } = pruneUnknown(schema, object);
  const errors = checkSchema(schema, known, '');
  // Unknown words and missing fields are no hindrance to reading.
  const unreadable = errors.some(
    ({ reason }) =>
      reason === 'FieldValueTypeInvalid' || reason === 'FieldValueInvalid',
  );
  return !unreadable && hasTextLabels(object) && hasDurations(object);
}

function hasTextLabels({ metadata }: Record<string, unknown>): boolean {
  const labels = isRecord(metadata) ? metadata.labels ?? {} : {};
  return (
    isRecord(labels) &&
    Object.values(labels).every(value => typeof value === 'string')
  );
}

function hasDurations({ spec }: Record<string, unknown>): boolean {
  const fields = isRecord(spec) ? spec : {};
  const template = isRecord(fields.template) ? fields.template : {};
  return DURATIONS.flatMap(name => [fields[name], template[name]]).every(
    value => typeof value !== 'string' || isDuration(value),
  );
}

function isDuration(text: string): boolean {
  try {
    parseGoDuration(text);
    return true;
  } catch {
    return false;
  }
}
