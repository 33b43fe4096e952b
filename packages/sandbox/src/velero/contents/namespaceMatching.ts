import { BackupSpec } from '../VeleroObjects';

type NamespaceLists = Pick<
  BackupSpec,
  'includedNamespaces' | 'excludedNamespaces'
>;

const GLOB = /[*?[]/;

export function isGlob(name: string): boolean {
  return GLOB.test(name);
}

/** A bracket that is never closed means itself. */
export function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\[[^\]]+\]|[\s\S]/g, part => {
    if (part === '*') {
      return '.*';
    }
    if (part === '?') {
      return '.';
    }
    return part.length > 1
      ? part.replace('[!', '[^')
      : part.replace(/[.+^${}()|\\[\]]/, '\\$&');
  });
  return new RegExp(`^${source}$`);
}

function matchesAny(name: string, patterns: string[]): boolean {
  return patterns.some(pattern => globToRegExp(pattern).test(name));
}

/** True when the lists mean all namespaces without exception by name. */
export function includesAll({ includedNamespaces = [] }: NamespaceLists) {
  return includedNamespaces.length === 0 || includedNamespaces.includes('*');
}

/** True when no namespace is left out, be it that each of them is named. */
export function leavesNoneOut(
  lists: NamespaceLists,
  existing: string[],
): boolean {
  const { includedNamespaces = [], excludedNamespaces = [] } = lists;
  return (
    excludedNamespaces.length === 0 &&
    (includesAll(lists) ||
      [...includedNamespaces].sort().join() === [...existing].sort().join())
  );
}

export function includesNamespace(lists: NamespaceLists, name: string) {
  const { includedNamespaces = [], excludedNamespaces = [] } = lists;
  return (
    (includesAll(lists) || matchesAny(name, includedNamespaces)) &&
    !matchesAny(name, excludedNamespaces)
  );
}

/** The existing namespaces that the lists mean. */
export function selectNamespaces(
  lists: NamespaceLists,
  existing: string[],
): string[] {
  return existing.filter(name => includesNamespace(lists, name));
}

/** The namespaces that a spec names literally and that do not exist. */
export function missingNamespaces(
  { includedNamespaces = [] }: NamespaceLists,
  existing: string[],
): string[] {
  return includedNamespaces.filter(
    name => !isGlob(name) && !existing.includes(name),
  );
}

/** True when two backups take a namespace in common, so that they must not run together. */
export function overlap(
  left: BackupSpec,
  right: BackupSpec,
  existing: string[],
): boolean {
  const taken = new Set(selectNamespaces(left, existing));
  return selectNamespaces(right, existing).some(name => taken.has(name));
}
