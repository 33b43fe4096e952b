import { ApiError } from './ApiError';
import { qualifiedName, ResourceType } from './ResourceType';

/** What a user may do, shaped like a rule of a Role. `*` stands for all. */
export interface AccessRule {
  groups: string[];
  resources: string[];
  verbs: string[];
  /** Every namespace and the cluster as a whole when absent. */
  namespaces?: string[];
}

export interface SandboxUser {
  name: string;
  token: string;
  rules: AccessRule[];
}

/** One use of a resource. */
export interface ResourceAttributes {
  type: ResourceType;
  subresource?: string;
  verb: string;
  name?: string;
  namespace?: string;
}

export const ADMIN_RULES: AccessRule[] = [
  { groups: ['*'], resources: ['*'], verbs: ['*'] },
];

const READ_VERBS = ['get', 'list', 'watch'];

/** The least that a portal which only shows backups needs. */
export function portalRules(veleroNamespace: string): AccessRule[] {
  return [
    { groups: ['velero.io'], resources: ['*'], verbs: READ_VERBS },
    { groups: [''], resources: ['namespaces'], verbs: READ_VERBS },
    {
      groups: ['apps'],
      resources: ['deployments'],
      verbs: ['get'],
      namespaces: [veleroNamespace],
    },
  ];
}

export function isAllowed(
  user: SandboxUser,
  attributes: ResourceAttributes,
): boolean {
  const { type, verb, namespace } = attributes;
  return user.rules.some(
    rule =>
      has(rule.groups, type.group) &&
      has(rule.resources, resourceOf(attributes)) &&
      has(rule.verbs, verb) &&
      (!rule.namespaces || rule.namespaces.includes(namespace ?? '')),
  );
}

/** The refusal in Kubernetes' own words, which name the missing right. */
export function forbidden(
  userName: string,
  attributes: ResourceAttributes,
): ApiError {
  const { type, subresource, verb, name } = attributes;
  // A Namespace object counts as being in itself.
  const namespace = type.plural === 'namespaces' ? name : attributes.namespace;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const subject = [
    qualifiedName(type, subresource),
    ...(name ? [`"${name}"`] : []),
  ].join(' ');
  return new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `${subject} is forbidden: User "${userName}" cannot ${verb} resource "${resourceOf(
      attributes,
    )}" in API group "${type.group}" ${scope}`,
    details: {
      ...(name && { name }),
      ...(type.group && { group: type.group }),
      kind: type.plural,
    },
  });
}

export function forbiddenPath(
  userName: string,
  verb: string,
  path: string,
): ApiError {
  return new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `forbidden: User "${userName}" cannot ${verb} path "${path}"`,
    details: {},
  });
}

function resourceOf({ type, subresource }: ResourceAttributes): string {
  return subresource ? `${type.plural}/${subresource}` : type.plural;
}

function has(list: string[], item: string): boolean {
  return list.includes('*') || list.includes(item);
}
