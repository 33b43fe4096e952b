const NAME_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const STAR_ALONE =
  "list must either contain '*' only, or a non-empty list of items";

/** What is wrong with a pair of lists of what to take and what to leave. */
export function checkLists(
  included: string[] = [],
  excluded: string[] = [],
): string[] {
  return [
    ...(included.length > 1 && included.includes('*')
      ? [`includes ${STAR_ALONE}`]
      : []),
    ...(excluded.includes('*') ? ["excludes list cannot contain '*'"] : []),
    ...inBoth(included, excluded),
  ];
}

/** As `checkLists`, for lists of one scope only, of which all may be excluded. */
export function checkScopedLists(
  included: string[] = [],
  excluded: string[] = [],
): string[] {
  const noneLeft = excluded.includes('*');
  return [
    ...(included.length > 1 && included.includes('*')
      ? [`includes ${STAR_ALONE}`]
      : []),
    ...(excluded.length > 1 && noneLeft ? [`excludes ${STAR_ALONE}`] : []),
    ...(included.length > 0 && noneLeft
      ? ["when exclude is '*', include cannot have value"]
      : []),
    ...inBoth(included, excluded),
  ];
}

/** As `checkLists`, for names of namespaces and patterns of them. */
export function checkNamespaceLists(
  included: string[] = [],
  excluded: string[] = [],
): string[] {
  const names = [...inOrder(included), ...inOrder(excluded)];
  return [
    ...checkLists(included, excluded),
    ...names.flatMap(name => patternProblem(name) ?? nameProblem(name) ?? []),
  ];
}

function inBoth(included: string[], excluded: string[]): string[] {
  return inOrder(excluded)
    .filter(item => included.includes(item))
    .map(
      item =>
        `excludes list cannot contain an item in the includes list: ${item}`,
    );
}

function inOrder(list: string[]): string[] {
  return [...new Set(list)].sort();
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
  return rest.includes(']')
    ? "wildcard pattern contains unmatched closing bracket ']'"
    : undefined;
}

function nameProblem(name: string): string | undefined {
  const plain = name.replace(/[*?[\]]/g, 'x');
  const valid = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(plain);
  return name === '' || valid
    ? undefined
    : `invalid namespace ${JSON.stringify(name)}: ${NAME_RULE}`;
}
