import { errorMessage } from '../api/errorMessage';
import { isRecord } from '../api/KubernetesObject';
import { parseGoDuration } from './goDuration';
import { VeleroKinds } from './VeleroObjects';

/** Returns why a value cannot be read; undefined when it can. */
type Check = (value: unknown) => string | undefined;

const duration: Check = value => {
  try {
    parseGoDuration(String(value));
    return undefined;
  } catch (error) {
    return errorMessage(error);
  }
};

const time: Check = value =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(String(value)) &&
  !Number.isNaN(Date.parse(String(value)))
    ? undefined
    : `parsing time ${JSON.stringify(value)}: cannot parse`;

const text: Check = value =>
  typeof value === 'string' ? undefined : unfit(value, 'string');

const number: Check = value =>
  typeof value === 'number' ? undefined : unfit(value, 'number');

const record: Check = value =>
  isRecord(value) ? undefined : unfit(value, 'object');

const list: Check = value =>
  Array.isArray(value) ? undefined : unfit(value, 'list');

const texts: Check = value =>
  Array.isArray(value) && value.every(item => typeof item === 'string')
    ? undefined
    : unfit(value, 'list of strings');

function unfit(value: unknown, type: string): string {
  return `json: cannot unmarshal ${JSON.stringify(
    value,
  )} into Go value of type ${type}`;
}

/** Fields by their names, wherever in spec or status they are. */
const CHECKS: Record<string, Check> = {
  ttl: duration,
  csiSnapshotTimeout: duration,
  itemOperationTimeout: duration,
  expiration: time,
  startTimestamp: time,
  completionTimestamp: time,
  lastBackup: time,
  lastSkipped: time,
  phase: text,
  storageLocation: text,
  backupName: text,
  schedule: text,
  failureReason: text,
  includedNamespaces: texts,
  excludedNamespaces: texts,
  includedResources: texts,
  excludedResources: texts,
  validationErrors: texts,
  orLabelSelectors: list,
  // A number in a backup, texts in a request for a deletion.
  errors: value => (Array.isArray(value) ? texts(value) : number(value)),
  warnings: number,
  progress: record,
  template: record,
};

/**
 * Why Velero's server cannot read an object into its types; undefined when it can. The API server's schema does not
 * prevent such objects: a duration is any text there.
 */
export function decodingProblem(
  resource: keyof VeleroKinds,
  object: Record<string, unknown>,
): string | undefined {
  // A location that cannot be read hinders nobody but the command line.
  if (resource === 'backupstoragelocations') {
    return undefined;
  }
  const spec = isRecord(object.spec) ? object.spec : {};
  return (
    labelsProblem(object.metadata) ??
    fieldsProblem(spec) ??
    fieldsProblem(spec.template) ??
    fieldsProblem(object.status)
  );
}

function labelsProblem(metadata: unknown): string | undefined {
  const labels = isRecord(metadata) ? metadata.labels : undefined;
  return isRecord(labels)
    ? Object.values(labels)
        .map(text)
        .find(problem => problem !== undefined)
    : undefined;
}

function fieldsProblem(fields: unknown): string | undefined {
  for (const [name, value] of Object.entries(isRecord(fields) ? fields : {})) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
    // Go reads null as nothing.
    const problem = value === null ? undefined : check?.(value);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}
