import { BackupSpec } from './VeleroObjects';

const GLOB = /[*?[]/;

export function isGlob(name: string): boolean {
  return GLOB.test(name);
}

function globToRegExp(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`);
}

function matchesAny(name: string, patterns: string[]): boolean {
  return patterns.some(pattern => globToRegExp(pattern).test(name));
}

/** True when the spec means all namespaces without exception by name. */
export function includesAll({ includedNamespaces = [] }: BackupSpec): boolean {
  return includedNamespaces.length === 0 || includedNamespaces.includes('*');
}

/** The existing namespaces that a backup takes. */
export function selectNamespaces(
  spec: BackupSpec,
  existing: string[],
): string[] {
  const { includedNamespaces = [], excludedNamespaces = [] } = spec;
  return existing.filter(
    name =>
      (includesAll(spec) || matchesAny(name, includedNamespaces)) &&
      !matchesAny(name, excludedNamespaces),
  );
}

/** The namespaces that a spec names literally and that do not exist. */
export function missingNamespaces(
  { includedNamespaces = [] }: BackupSpec,
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
  if (includesAll(left) || includesAll(right)) {
    return true;
  }
  const taken = new Set(selectNamespaces(left, existing));
  return selectNamespaces(right, existing).some(name => taken.has(name));
}
