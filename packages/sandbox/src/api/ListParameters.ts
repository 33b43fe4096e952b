import { badRequest, FieldError, invalid, serverError } from './ApiError';
import { parseFieldSelector } from './fieldSelector';
import { isRecord, KubernetesObject } from './KubernetesObject';
import { parseLabelSelector } from './labelSelector';
import { ResourceType } from './ResourceType';

export type ResourceVersionMatch = 'Exact' | 'NotOlderThan';

/** The query of a list or watch, understood. */
export interface ListParameters {
  watch: boolean;
  limit: number;
  continueToken?: string;
  resourceVersion?: number;
  resourceVersionMatch?: ResourceVersionMatch;
  sendInitialEvents: boolean;
  allowWatchBookmarks: boolean;
  timeoutSeconds?: number;
  /** Absent when no selector was given. */
  selects?: (object: KubernetesObject) => boolean;
}

export function parseListParameters(
  type: ResourceType,
  query: URLSearchParams,
): ListParameters {
  const watch = isTrue(query.get('watch'));
  const errors = watch ? watchErrors(query) : listErrors(query);
  if (errors.length > 0) {
    throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', errors);
  }
  const match = query.get('resourceVersionMatch');
  return {
    watch,
    limit: Math.max(parseNumber(query, 'limit') ?? 0, 0),
    continueToken: query.get('continue') || undefined,
    resourceVersion: parseVersion(query, watch),
    resourceVersionMatch: (match as ResourceVersionMatch) || undefined,
    sendInitialEvents: isTrue(query.get('sendInitialEvents')),
    allowWatchBookmarks: isTrue(query.get('allowWatchBookmarks')),
    timeoutSeconds: parseNumber(query, 'timeoutSeconds'),
    selects: parseSelectors(type, query),
  };
}

function isTrue(value: string | null): boolean {
  return value !== null && value !== 'false' && value !== '0';
}

function parseNumber(query: URLSearchParams, name: string) {
  const value = query.get(name);
  if (!value) {
    return undefined;
  }
  if (!/^-?\d+$/.test(value)) {
    throw badRequest(`strconv.ParseInt: parsing "${value}": invalid syntax`);
  }
  return Number(value);
}

function parseVersion(query: URLSearchParams, watch: boolean) {
  const value = query.get('resourceVersion');
  if (!value) {
    return undefined;
  }
  if (!/^\d+$/.test(value)) {
    const why = `resourceVersion: Invalid value: "${value}": strconv.ParseUint: parsing "${value}": invalid syntax`;
    throw watch
      ? serverError(why)
      : badRequest(`invalid resource version: ${why}`);
  }
  return Number(value);
}

function parseSelectors(type: ResourceType, query: URLSearchParams) {
  const labels = query.get('labelSelector');
  const fields = query.get('fieldSelector');
  if (!labels && !fields) {
    return undefined;
  }
  const matchesLabels = parseLabelSelector(labels ?? '');
  const matchesFields = fields ? parseFieldSelector(type, fields) : () => true;
  return (object: KubernetesObject) =>
    matchesLabels(labelsOf(object)) && matchesFields(object);
}

/** Odd objects that were put in without a check may have anything for labels. */
function labelsOf({ metadata }: KubernetesObject): Record<string, string> {
  return isRecord(metadata.labels) ? metadata.labels : {};
}

function forbidden(field: string, why: string): FieldError {
  return { field, reason: 'FieldValueForbidden', message: `Forbidden: ${why}` };
}

function unsupportedMatch(value: string): FieldError {
  return {
    field: 'resourceVersionMatch',
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: "${value}": supported values: "Exact", "NotOlderThan", ""`,
  };
}

function listErrors(query: URLSearchParams): FieldError[] {
  const match = query.get('resourceVersionMatch');
  const version = query.get('resourceVersion');
  const errors: FieldError[] = [];
  const refuse = (why: string) =>
    errors.push(
      forbidden('resourceVersionMatch', `resourceVersionMatch ${why}`),
    );
  if (match && !version) {
    refuse('is forbidden unless resourceVersion is provided');
  }
  if (match && query.get('continue')) {
    refuse('is forbidden when continue is provided');
  }
  if (match && match !== 'Exact' && match !== 'NotOlderThan') {
    errors.push(unsupportedMatch(match));
  }
  if (match === 'Exact' && version === '0') {
    refuse('"exact" is forbidden for resourceVersion "0"');
  }
  if (query.has('sendInitialEvents')) {
    const why = 'sendInitialEvents is forbidden for list';
    errors.push(forbidden('sendInitialEvents', why));
  }
  return errors;
}

function watchErrors(query: URLSearchParams): FieldError[] {
  const match = query.get('resourceVersionMatch');
  const initial = query.has('sendInitialEvents');
  const field = 'resourceVersionMatch';
  if (initial && match !== 'NotOlderThan') {
    const why =
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan';
    return [forbidden(field, why)];
  }
  if (match && !initial) {
    const why =
      'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided';
    return [forbidden(field, why)];
  }
  return [];
}
