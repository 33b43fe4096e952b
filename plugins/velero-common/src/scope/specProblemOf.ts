import { textListAt, valueAt } from '../velero/lenient';

const STAR_ALONE =
  "includes list must either contain '*' only, or a non-empty list of items";

const BOTH_FILTERS =
  'include-resources, exclude-resources and include-cluster-resources are old filter parameters … They cannot be used together';

const NEW_FILTERS = [
  'includedClusterScopedResources',
  'excludedClusterScopedResources',
  'includedNamespaceScopedResources',
  'excludedNamespaceScopedResources',
];

/**
 * Tells why Velero will end every backup of this spec as `FailedValidation`, as far as the spec alone shows it: a
 * Schedule is `Enabled` all the same. The names of namespaces stay out of the text, since they may be somebody else's.
 */
export function specProblemOf(spec: unknown): string | undefined {
  return (
    namespacesProblem(spec) ??
    resourcesProblem(spec) ??
    (valueAt(spec, 'labelSelector') && valueAt(spec, 'orLabelSelectors')
      ? 'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified'
      : undefined)
  );
}

function namespacesProblem(spec: unknown): string | undefined {
  const included = textListAt(spec, 'includedNamespaces');
  const excluded = textListAt(spec, 'excludedNamespaces');
  const problem =
    listProblem(included, excluded) ??
    [...included, ...excluded].map(patternProblem).find(Boolean);
  return problem && `Invalid included/excluded namespace lists: ${problem}`;
}

function resourcesProblem(spec: unknown): string | undefined {
  const included = textListAt(spec, 'includedResources');
  const excluded = textListAt(spec, 'excludedResources');
  const isOld =
    included.length + excluded.length > 0 ||
    typeof valueAt(spec, 'includeClusterResources') === 'boolean';
  if (!isOld) {
    return scopedProblem(spec);
  }
  if (NEW_FILTERS.some(name => textListAt(spec, name).length > 0)) {
    return BOTH_FILTERS;
  }
  const problem = listProblem(included, excluded);
  return problem && `Invalid included/excluded resource lists: ${problem}`;
}

function scopedProblem(spec: unknown): string | undefined {
  for (const scope of ['Cluster', 'Namespace']) {
    const included = textListAt(spec, `included${scope}ScopedResources`);
    const excluded = textListAt(spec, `excluded${scope}ScopedResources`);
    // All of one scope may be left out, then nothing of it can be asked for.
    const problem = excluded.includes('*')
      ? included.length > 0 && "when exclude is '*', include cannot have value"
      : listProblem(included, excluded);
    if (problem) {
      return `Invalid ${scope.toLowerCase()}-scoped included/excluded resource lists: ${problem}`;
    }
  }
  return undefined;
}

function listProblem(
  included: string[],
  excluded: string[],
): string | undefined {
  if (included.length > 1 && included.includes('*')) {
    return STAR_ALONE;
  }
  if (excluded.includes('*')) {
    return "excludes list cannot contain '*'";
  }
  return excluded.some(item => included.includes(item))
    ? 'excludes list cannot contain an item in the includes list'
    : undefined;
}

function patternProblem(pattern: string): string | undefined {
  if (/[|()!{},]/.test(pattern)) {
    return 'wildcard pattern contains unsupported characters: |, (, ), !, {, }, ,';
  }
  if (pattern.includes('**')) {
    return 'wildcard pattern contains consecutive asterisks (only single * allowed)';
  }
  if (pattern.includes('[]')) {
    return "wildcard pattern contains empty bracket pattern '[]'";
  }
  const rest = pattern.replace(/\[[^\]]*\]/g, '');
  if (rest.includes('[')) {
    return "wildcard pattern contains unclosed bracket '['";
  }
  if (rest.includes(']')) {
    return "wildcard pattern contains unmatched closing bracket ']'";
  }
  const plain = pattern.replace(/[*?[\]]/g, 'x');
  return pattern === '' || /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(plain)
    ? undefined
    : "invalid namespace: a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'";
}
