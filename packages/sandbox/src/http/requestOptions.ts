import { IncomingMessage } from 'node:http';
import { FieldError, invalid } from '../api/ApiError';
import { FieldValidation } from '../api/admit';
import { isRecord } from '../api/KubernetesObject';
import { DeleteOptions, WriteOptions } from '../api/WriteOptions';

const MANAGER_LIMIT = 128;
const VALIDATIONS = ['', 'Ignore', 'Strict', 'Warn'];
const POLICIES = ['Foreground', 'Background', 'Orphan'];

type OptionsKind = 'CreateOptions' | 'UpdateOptions' | 'PatchOptions';

function notSupported(
  field: string,
  value: string,
  supported: string[],
): FieldError {
  const choices = supported.map(item => `"${item}"`).join(', ');
  const message = `Unsupported value: ${value}: supported values: ${choices}`;
  return { field, reason: 'FieldValueNotSupported', message };
}

function refuse(kind: string, errors: FieldError[]) {
  if (errors.length > 0) {
    throw invalid({ group: 'meta.k8s.io', kind }, '', errors);
  }
}

function dryRunErrors(dryRun: string | null): FieldError[] {
  return dryRun === null || dryRun === 'All'
    ? []
    : [notSupported('dryRun', `["${dryRun}"]`, ['All'])];
}

function managerErrors(manager: string | null): FieldError[] {
  const message = `Too long: may not be more than ${MANAGER_LIMIT} bytes`;
  return manager && manager.length > MANAGER_LIMIT
    ? [{ field: 'fieldManager', reason: 'FieldValueTooLong', message }]
    : [];
}

function validationErrors(validation: string): FieldError[] {
  return VALIDATIONS.includes(validation)
    ? []
    : [notSupported('fieldValidation', `"${validation}"`, VALIDATIONS)];
}

/** Reads how to write from the query. Clients are told apart by their user agent unless they name a field manager. */
export function writeOptions(
  kind: OptionsKind,
  request: IncomingMessage,
  { searchParams: query }: URL,
): WriteOptions {
  const validation = query.get('fieldValidation') ?? '';
  const manager = query.get('fieldManager');
  refuse(kind, [
    ...dryRunErrors(query.get('dryRun')),
    ...managerErrors(manager),
    ...validationErrors(validation),
  ]);
  const agent = request.headers['user-agent'] ?? 'unknown';
  return {
    manager: manager || agent.split('/')[0],
    fieldValidation: (validation || 'Warn') as FieldValidation,
    dryRun: query.has('dryRun'),
  };
}

/** Checks what only server-side apply may and must say. */
export function checkPatchOptions(isApply: boolean, { searchParams }: URL) {
  if (isApply && !searchParams.get('fieldManager')) {
    const message = 'Required value: is required for apply patch';
    refuse('PatchOptions', [
      { field: 'fieldManager', reason: 'FieldValueRequired', message },
    ]);
  }
  if (!isApply && searchParams.has('force')) {
    const message = 'Forbidden: may not be specified for non-apply patch';
    refuse('PatchOptions', [
      { field: 'force', reason: 'FieldValueForbidden', message },
    ]);
  }
}

/** Reads how to delete from the body, or from the query when there is none. */
export function deleteOptions(
  body: unknown,
  { searchParams: query }: URL,
): DeleteOptions {
  const given = isRecord(body) ? body : Object.fromEntries(query);
  const { propagationPolicy: policy, preconditions } = given;
  const { dryRun = query.get('dryRun') } = given;
  const [run = null] = Array.isArray(dryRun) ? dryRun : [dryRun];
  refuse('DeleteOptions', [
    ...dryRunErrors(run as string | null),
    ...(policy === undefined || POLICIES.includes(String(policy))
      ? []
      : [
          notSupported('propagationPolicy', `"${policy}"`, [
            ...POLICIES,
            'nil',
          ]),
        ]),
  ]);
  return {
    dryRun: run !== null,
    propagationPolicy: policy as DeleteOptions['propagationPolicy'],
    ...(isRecord(preconditions) && { preconditions }),
  };
}
