import {
  BackupDetails,
  BackupSummary,
  ClusterFreshness,
  meaningOfPhase,
  NamespaceSelection,
  readBackup,
  readTallies,
  selectsNamespace,
  selectsOthersThan,
} from 'backstage-plugin-velero-common';
import { NamespaceKey } from '../store/NamespaceStore';
import { SelectingRow } from '../store/ObjectQueries';
import { LocationIndex } from './LocationIndex';
import { specForReader } from './specForReader';

/** Makes what lists show of a backup to a reader of these namespaces. */
export function toBackupSummary(
  row: SelectingRow,
  readable: NamespaceKey[],
  locations: LocationIndex,
): BackupSummary {
  const facts = readBackup(JSON.parse(row.doc));
  const {
    location: _location,
    validationErrors,
    failureReason,
    ttl,
    formatVersion,
    ...shown
  } = facts;
  // The document of a very large object was cut; what lists are filtered by is whole.
  const { location, schedule } = row;
  const key = { cluster: row.cluster, namespace: row.namespace };
  return {
    ...shown,
    ...meaningOfPhase(facts.phase),
    schedule: schedule ?? undefined,
    ...(location
      ? {
          location: locations.reference({ ...key, name: location }),
          ...locations.origin({ ...key, name: location }),
        }
      : { origin: 'unknown' }),
    ...reachOf(row.selection, clustersOf(row, locations), readable),
    cluster: row.cluster,
    veleroNamespace: row.namespace,
    name: row.name,
  };
}

/** Makes all that may be shown of a backup to a reader of these namespaces. */
export function toBackupDetails(
  row: SelectingRow,
  readable: NamespaceKey[],
  locations: LocationIndex,
  freshness: ClusterFreshness,
): BackupDetails {
  const document = JSON.parse(row.doc);
  const { validationErrors, failureReason, ttl, formatVersion } =
    readBackup(document);
  const summary = toBackupSummary(row, readable, locations);
  return {
    ...summary,
    uid: row.uid ?? undefined,
    validationErrors: summary.shared
      ? validationErrors.map(withoutNamespaces)
      : validationErrors,
    // Velero's words may name what is somebody else's.
    failureReason: summary.shared ? undefined : failureReason,
    ttl,
    spec: specForReader(document.spec, summary),
    ...readTallies(document),
    formatVersion,
    ...marksFor(document.metadata, summary),
    freshness,
  };
}

/** Labels and annotations may say anything, also about others. */
function marksFor(
  metadata: Partial<Pick<BackupDetails, 'labels' | 'annotations'>> = {},
  { shared }: Pick<BackupDetails, 'shared'>,
): Pick<BackupDetails, 'labels' | 'annotations'> {
  const { labels = {}, annotations = {} } = shared ? {} : metadata;
  return { labels, annotations };
}

/**
 * Names the clusters whose namespaces are in a backup: its own, or for one that was found in a store those that may have
 * made it as well. Nobody's while its location is not known.
 */
export function clustersOf(
  row: Pick<SelectingRow, 'cluster' | 'namespace' | 'location' | 'synced'>,
  locations: LocationIndex,
): string[] {
  const { cluster, namespace, location, synced } = row;
  if (!synced || !location) {
    return [cluster];
  }
  const key = { cluster, namespace, name: location };
  const others = locations.foreignWriters(key);
  return others ? [cluster, ...others] : [];
}

/**
 * Tells which of the reader's namespaces are selected, and whether others may be.
 *
 * @param clusters - a namespace has to be the reader's in each of them
 */
export function reachOf(
  selection: NamespaceSelection,
  clusters: string[],
  readable: NamespaceKey[],
): { namespaces: string[]; shared: boolean } {
  const own = namespacesInAll(clusters, readable);
  return {
    namespaces: own.filter(namespace => selectsNamespace(selection, namespace)),
    shared: selectsOthersThan(selection, own),
  };
}

/** Lists the names of namespaces that are readable in each of the clusters. */
export function namespacesInAll(
  clusters: string[],
  readable: NamespaceKey[],
): string[] {
  const [first, ...others] = clusters.map(
    cluster =>
      new Set(
        readable
          .filter(key => key.cluster === cluster)
          .map(key => key.namespace),
      ),
  );
  return [...(first ?? [])].filter(name =>
    others.every(names => names.has(name)),
  );
}

/** Velero quotes the namespace that it objects to, which may be somebody else's. */
function withoutNamespaces(message: string): string {
  return message.replace(
    /^(Invalid included\/excluded namespace lists):.*$/s,
    '$1',
  );
}
