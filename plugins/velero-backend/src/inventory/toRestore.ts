import {
  ClusterFreshness,
  meaningOfPhase,
  NamespaceSelection,
  namedNamespaces,
  readRestore,
  readTallies,
  RestoreDetails,
  RestoredNamespace,
  restoredNamespacesOf,
  RestoreSummary,
} from 'backstage-plugin-velero-common';
import { NamespaceKey } from '../store/NamespaceStore';
import { RestoreRow } from '../store/RestoreQueries';
import { specForReader } from './specForReader';

/**
 * Makes what lists show of a restore to a reader of these namespaces.
 *
 * @returns `undefined` for a restore that touches none of them
 */
export function toRestoreSummary(
  row: RestoreRow,
  readable: NamespaceKey[],
): RestoreSummary | undefined {
  const own = readable
    .filter(({ cluster }) => cluster === row.cluster)
    .map(({ namespace }) => namespace);
  const held = heldBy(row);
  const pairs = held ? pairsOf(row, held, own) : [];
  if (pairs.length === 0) {
    return undefined;
  }
  const shared = touchesOthers(row, held!, own, pairs);
  return {
    ...factsOf(JSON.parse(row.doc), shared),
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
 * @returns `undefined` for a restore that touches none of them
 */
export function toRestoreDetails(
  row: RestoreRow,
  readable: NamespaceKey[],
  freshness: ClusterFreshness,
): RestoreDetails | undefined {
  const summary = toRestoreSummary(row, readable);
  if (!summary) {
    return undefined;
  }
  const document = JSON.parse(row.doc);
  return {
    ...summary,
    uid: row.uid ?? undefined,
    location: row.backup?.location ?? undefined,
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

/**
 * What the backup of a restore holds. Without the backup, a restore that names its namespaces touches those at most, and
 * of another one nobody knows.
 */
function heldBy({
  backup,
  selection,
}: RestoreRow): NamespaceSelection | undefined {
  return backup?.selection ?? (namedNamespaces(selection) && selection);
}

function pairsOf(
  { selection, mapping }: RestoreRow,
  backup: NamespaceSelection,
  namespaces: string[],
): RestoredNamespace[] {
  const restore = { ...selection, mapping };
  return restoredNamespacesOf({ restore, backup, namespaces });
}

function touchesOthers(
  row: RestoreRow,
  backup: NamespaceSelection,
  own: string[],
  pairs: RestoredNamespace[],
): boolean {
  const isOwn = ({ source, target }: RestoredNamespace) =>
    own.includes(source) && own.includes(target);
  const named = namedNamespaces(row.selection) ?? namedNamespaces(backup);
  return (
    !pairs.every(isOwn) || !named || !pairsOf(row, backup, named).every(isOwn)
  );
}

function ownSides({ source, target }: RestoredNamespace, own: string[]) {
  return {
    ...(own.includes(source) && { source }),
    ...(own.includes(target) && { target }),
  };
}
