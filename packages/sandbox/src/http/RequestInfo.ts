import { RESOURCE_TYPES, ResourceType } from '../api/ResourceType';

/** A request for objects, read off its path. */
export interface ResourceRequest {
  type: ResourceType;
  namespace?: string;
  name?: string;
  subresource?: string;
  verb: string;
}

const VERBS: Record<string, [collection: string, single: string]> = {
  GET: ['list', 'get'],
  HEAD: ['list', 'get'],
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['patch', 'patch'],
  DELETE: ['deletecollection', 'delete'],
};

/** Reads `/api/v1/…` and `/apis/<group>/<version>/…`; undefined for all other paths. */
export function readResourceRequest(
  method: string,
  url: URL,
): ResourceRequest | undefined {
  const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
  const [group, version, ...rest] =
    parts[0] === 'api' ? ['', ...parts.slice(1)] : parts.slice(1);
  const { namespace, plural, name, subresource } = readRest(rest);
  const type = RESOURCE_TYPES.find(
    candidate =>
      candidate.group === group &&
      candidate.version === version &&
      candidate.plural === plural,
  );
  if (!type || !['api', 'apis'].includes(parts[0])) {
    return undefined;
  }
  const verb = verbOf(method, name, url.searchParams);
  return { type, namespace, name, subresource, verb };
}

/** `namespaces/<name>` is an object of its own unless a resource of that namespace follows. */
function readRest(rest: string[]) {
  if (rest[0] === 'namespaces' && rest[2] && rest[2] !== 'status') {
    const [, namespace, plural, name, subresource] = rest;
    return { namespace, plural, name, subresource };
  }
  const [plural, name, subresource] = rest;
  return { plural, name, subresource };
}

function verbOf(
  method: string,
  name: string | undefined,
  query: URLSearchParams,
): string {
  const [collection, single] = VERBS[method] ?? [method, method];
  const verb = name ? single : collection;
  const watch = query.get('watch');
  return verb === 'list' && watch && watch !== 'false' && watch !== '0'
    ? 'watch'
    : verb;
}
