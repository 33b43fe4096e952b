import { textListAt } from './lenient';
import { matchGlob } from './matchGlob';

/**
 * The namespaces that the spec of a backup, or the template of a schedule, selects.
 *
 * @public
 */
export interface NamespaceSelection {
  /** As in `spec.includedNamespaces`: names and globs; empty or `*` means all. */
  includes: string[];
  /** As in `spec.excludedNamespaces`: names and globs. */
  excludes: string[];
}

const GLOB_CHARACTERS = /[*?[\]]/;

/** True when a pattern stands for more than the one name that it spells. @public */
export function isNamespacePattern(text: string): boolean {
  return GLOB_CHARACTERS.test(text);
}

/**
 * Reads the selection out of a spec. Lists that are no lists, and entries that are no text, are passed over, so that
 * one odd object cannot break a page.
 *
 * @public
 */
export function namespaceSelectionOf(spec: unknown): NamespaceSelection {
  return {
    includes: textListAt(spec, 'includedNamespaces'),
    excludes: textListAt(spec, 'excludedNamespaces'),
  };
}

/** True when the selection takes in all namespaces but those it excludes. @public */
export function selectsEverything(selection: NamespaceSelection): boolean {
  return selection.includes.length === 0 || selection.includes.includes('*');
}

/** True when the selection takes in the namespace of this name. @public */
export function selectsNamespace(
  selection: NamespaceSelection,
  namespace: string,
): boolean {
  if (excludingPattern(selection, namespace) !== undefined) {
    return false;
  }
  return (
    selectsEverything(selection) ||
    selection.includes.some(pattern => matches(pattern, namespace))
  );
}

/** The entry of the excludes that leaves the namespace out. @public */
export function excludingPattern(
  selection: NamespaceSelection,
  namespace: string,
): string | undefined {
  return selection.excludes.find(pattern => matches(pattern, namespace));
}

/**
 * Lists the namespaces of a selection when it names each of them, or `undefined` when it uses patterns and so may
 * take in namespaces that nobody here knows of.
 *
 * @public
 */
export function namedNamespaces(
  selection: NamespaceSelection,
): string[] | undefined {
  if (
    selectsEverything(selection) ||
    selection.includes.some(isNamespacePattern)
  ) {
    return undefined;
  }
  return selection.includes.filter(name => selectsNamespace(selection, name));
}

/** True when the selection may take in a namespace that is not among these. @public */
export function selectsOthersThan(
  selection: NamespaceSelection,
  namespaces: string[],
): boolean {
  const named = namedNamespaces(selection);
  return !named || named.some(name => !namespaces.includes(name));
}

function matches(pattern: string, name: string): boolean {
  if (!isNamespacePattern(pattern)) {
    return pattern === name;
  }
  return matchGlob(pattern, name);
}
