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
import { LocationIndex } from './LocationIndex';
import { sourceClustersOf } from './restoreSources';
import { specForReader } from './specForReader';
import { namespacesInAll } from './toBackup';

/** The namespaces that are the reader's: as they are named in the backup of a restore, and as they are in its cluster. */
interface OwnNamespaces {
  sources: string[];
  targets: string[];
}

/**
 * Makes what lists show of a restore to a reader of these namespaces.
 *
 * @returns `undefined` for a restore that touches none of them
 */
export function toRestoreSummary(
  row: RestoreRow,
  readable: NamespaceKey[],
  locations: LocationIndex,
): RestoreSummary | undefined {
  const own = {
    sources: namespacesInAll(sourceClustersOf(row, locations), readable),
    targets: namespacesInAll([row.cluster], readable),
  };
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
  locations: LocationIndex,
  freshness: ClusterFreshness,
): RestoreDetails | undefined {
  const summary = toRestoreSummary(row, readable, locations);
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
  own: OwnNamespaces,
): RestoredNamespace[] {
  const restore = { ...selection, mapping };
  return restoredNamespacesOf({ restore, backup, ...own });
}

function touchesOthers(
  row: RestoreRow,
  backup: NamespaceSelection,
  own: OwnNamespaces,
  pairs: RestoredNamespace[],
): boolean {
  const isOwn = ({ source, target }: RestoredNamespace) =>
    own.sources.includes(source) && own.targets.includes(target);
  const named = namedNamespaces(row.selection) ?? namedNamespaces(backup);
  const all = named && pairsOf(row, backup, { sources: named, targets: [] });
  return !pairs.every(isOwn) || !all?.every(isOwn);
}

function ownSides({ source, target }: RestoredNamespace, own: OwnNamespaces) {
  return {
    ...(own.sources.includes(source) && { source }),
    ...(own.targets.includes(target) && { target }),
  };
}
