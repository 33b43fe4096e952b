import {
  AccessRequest,
  isPathAccess,
  ResourceAccess,
  resourceName,
} from './AccessRequest';

/** A rule of a Role or ClusterRole. */
export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

export function allows(rule: PolicyRule, access: AccessRequest): boolean {
  return (
    has(rule.verbs, access.verb) &&
    (isPathAccess(access)
      ? (rule.nonResourceURLs ?? []).some(url => covers(url, access.path))
      : allowsResource(rule, access))
  );
}

function allowsResource(rule: PolicyRule, access: ResourceAccess): boolean {
  const { resources = [], resourceNames: names = [] } = rule;
  return (
    has(rule.apiGroups ?? [], access.group) &&
    (has(resources, resourceName(access)) ||
      resources.includes(`*/${access.subresource}`)) &&
    (names.length === 0 || names.includes(access.name ?? ''))
  );
}

function has(list: string[], item: string): boolean {
  return list.includes('*') || list.includes(item);
}

function covers(url: string, path: string): boolean {
  return url.endsWith('*') ? path.startsWith(url.slice(0, -1)) : url === path;
}
