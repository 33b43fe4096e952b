import { ResourceAccess } from '../api/access/AccessRequest';
import { RESOURCE_TYPES, ResourceType } from '../api/ResourceType';

/** A request for objects, read off its path. */
export interface ResourceRequest {
  /** Absent when the server serves no such resource. */
  type?: ResourceType;
  namespace?: string;
  name?: string;
  subresource?: string;
  verb: string;
  /** What rights it needs. */
  access: ResourceAccess;
}

/** A request for objects of a resource that is served. */
export type KnownRequest = ResourceRequest & { type: ResourceType };

const VERBS: Record<string, [collection: string, single: string]> = {
  GET: ['list', 'get'],
  HEAD: ['list', 'get'],
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['patch', 'patch'],
  DELETE: ['deletecollection', 'delete'],
};

const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];
const NAME_SELECTOR = /^metadata\.name==?([^,]+)$/;

/** Reads `/api/v1/…` and `/apis/<group>/<version>/…`; undefined for all other paths. */
export function readResourceRequest(
  method: string,
  url: URL,
): ResourceRequest | undefined {
  const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
  const [root, ...below] = parts;
  const [group, version, ...rest] = root === 'api' ? ['', ...below] : below;
  if (!['api', 'apis'].includes(root) || !rest[0]) {
    return undefined;
  }
  const target = readRest(rest);
  const { namespace, plural, name, subresource } = target;
  const type = RESOURCE_TYPES.find(
    candidate =>
      candidate.group === group &&
      candidate.version === version &&
      candidate.plural === plural,
  );
  const verb = verbOf(method, name, url.searchParams);
  return {
    ...target,
    type,
    verb,
    access: {
      group,
      resource: plural,
      subresource,
      verb,
      name: name ?? selectedName(verb, url.searchParams),
      // A Namespace object counts as being in itself.
      namespace: plural === 'namespaces' ? name : namespace,
    },
  };
}

/** `namespaces/<name>` is an object of its own unless a resource of that namespace follows. */
function readRest(rest: string[]) {
  const isScope = rest[0] === 'namespaces' && rest[2];
  if (isScope && !NAMESPACE_SUBRESOURCES.includes(rest[2])) {
    const [, namespace, plural, name, subresource] = rest;
    return { namespace, plural, name, subresource };
  }
  const [plural, name, subresource] = rest;
  return { plural, name: name || undefined, subresource };
}

function verbOf(
  method: string,
  name: string | undefined,
  query: URLSearchParams,
): string {
  const [collection, single] = VERBS[method] ?? ['', ''];
  const verb = name ? single : collection;
  const watch = query.get('watch');
  return verb === 'list' && watch && watch !== 'false' && watch !== '0'
    ? 'watch'
    : verb;
}

/** Who may only see objects of certain names may list one of them by its name. */
function selectedName(
  verb: string,
  query: URLSearchParams,
): string | undefined {
  const selects = ['list', 'watch', 'deletecollection'].includes(verb);
  const selector = selects ? query.get('fieldSelector') ?? '' : '';
  return NAME_SELECTOR.exec(selector)?.[1];
}
