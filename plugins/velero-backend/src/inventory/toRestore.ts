import {
  ClusterFreshness,
  meaningOfPhase,
  NamespaceSelection,
  namespaceSelectionOf,
  namedNamespaces,
  readRestore,
  readTallies,
  RestoreDetails,
  RestoredNamespace,
  restoredNamespacesOf,
  RestoreSummary,
} from 'backstage-plugin-velero-common';
import { NamespaceKey } from '../store/NamespaceStore';
import { SelectingRow } from '../store/ObjectQueries';
import { ObjectRow } from '../store/tables';
import { specForReader } from './specForReader';

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

/**
 * Makes all that may be shown of a restore to a reader of these namespaces.
 *
 * @param backup - that is restored
 * @returns `undefined` for a restore that touches none of them
 */
export function toRestoreDetails(
  row: ObjectRow,
  readable: NamespaceKey[],
  backup: SelectingRow | undefined,
  freshness: ClusterFreshness,
): RestoreDetails | undefined {
  const summary = toRestoreSummary(row, readable, backup?.selection);
  if (!summary) {
    return undefined;
  }
  const document = JSON.parse(row.doc);
  return {
    ...summary,
    uid: row.uid ?? undefined,
    location: backup?.location ?? undefined,
    ...readTallies(document),
    spec: specForRestorer(document.spec, summary),
    labels: summary.shared ? {} : document.metadata?.labels ?? {},
    freshness,
  };
}

/** What a restore takes from the backup, whatever it writes to. */
function specForRestorer(
  spec: unknown,
  { namespaces, shared }: RestoreSummary,
) {
  const sources = namespaces.flatMap(({ source }) => source ?? []);
  return specForReader(spec, { namespaces: sources, shared });
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
