import {
  meaningOfPhase,
  NamespaceSelection,
  namespaceSelectionOf,
  namedNamespaces,
  readRestore,
  RestoredNamespace,
  restoredNamespacesOf,
  RestoreSummary,
} from 'backstage-plugin-velero-common';
import { NamespaceKey } from '../store/NamespaceStore';
import { ObjectRow } from '../store/tables';

/**
 * Makes what lists show of a restore to a reader of these namespaces.
 *
 * @param backup - the namespaces of the restored backup; without it nobody knows what a restore of "everything" touches
 * @returns `undefined` for a restore that touches none of them
 */
export function toRestoreSummary(
  row: ObjectRow,
  readable: NamespaceKey[],
  backup: NamespaceSelection | undefined,
): RestoreSummary | undefined {
  const { spec, ...document } = JSON.parse(row.doc);
  const own = readable
    .filter(({ cluster }) => cluster === row.cluster)
    .map(({ namespace }) => namespace);
  const held = backup ?? explicitly(spec);
  const pairs = held
    ? restoredNamespacesOf({ spec, backup: held, namespaces: own })
    : [];
  if (pairs.length === 0) {
    return undefined;
  }
  const shared = touchesOthers({ spec, backup: held!, own, pairs });
  return {
    ...factsOf({ ...document, spec }, shared),
    cluster: row.cluster,
    veleroNamespace: row.namespace,
    name: row.name,
    namespaces: pairs.map(pair => ownSides(pair, own)),
    shared,
  };
}

function factsOf(document: unknown, shared: boolean) {
  const { namespaceMapping, validationErrors, failureReason, ...facts } =
    readRestore(document);
  return {
    ...facts,
    ...meaningOfPhase(facts.phase),
    // Velero's words may name what is somebody else's.
    ...(!shared && failureReason && { failureReason }),
    validationErrors: shared ? [] : validationErrors,
  };
}

/** A restore that names its namespaces touches those at most, whatever was in its backup. */
function explicitly(spec: unknown): NamespaceSelection | undefined {
  const selection = namespaceSelectionOf(spec);
  return namedNamespaces(selection) && selection;
}

function touchesOthers(options: {
  spec: unknown;
  backup: NamespaceSelection;
  own: string[];
  pairs: RestoredNamespace[];
}): boolean {
  const { spec, backup, own, pairs } = options;
  if (
    pairs.some(
      ({ source, target }) =>
        ![source, target].every(name => own.includes(name)),
    )
  ) {
    return true;
  }
  const named =
    namedNamespaces(namespaceSelectionOf(spec)) ?? namedNamespaces(backup);
  return (
    !named ||
    restoredNamespacesOf({ spec, backup, namespaces: named }).some(
      ({ source, target }) => !own.includes(source) || !own.includes(target),
    )
  );
}

function ownSides({ source, target }: RestoredNamespace, own: string[]) {
  return {
    ...(own.includes(source) && { source }),
    ...(own.includes(target) && { target }),
  };
}
