import {
  PlannedChange,
  ScheduleObject,
  StorageLocationObject,
  TenantClusterPlan,
  TenantPlan,
} from 'backstage-plugin-velero-common';
import { createHash } from 'node:crypto';
import { fieldChanges } from './apply/fieldChanges';
import { isOtherPlace } from './apply/hasMoved';
import { LiveObject } from './LiveObjects';

const RESOURCES = {
  BackupStorageLocation: 'backupstoragelocations',
  Schedule: 'schedules',
} as const;

/** What is known of the objects of a plan. */
export interface KnownObjects {
  /** Locations and schedules. */
  objects: LiveObject[];
  /** Those of the plan that the portal has written, as `cluster/name`. */
  secrets: ReadonlySet<string>;
  /** Names of backups that stand in for a first one, by cluster. */
  backups: ReadonlyMap<string, string>;
}

/** Compares a plan with what is known. */
export function plannedChanges(
  plan: TenantPlan,
  known: KnownObjects,
): PlannedChange[] {
  return plan.clusters.flatMap(({ cluster, ...planned }) => [
    ...planned.credentials.map(
      ({ object: { metadata } }): PlannedChange => ({
        cluster,
        kind: 'Secret',
        name: metadata.name,
        change: known.secrets.has(`${cluster}/${metadata.name}`)
          ? 'unchanged'
          : 'create',
      }),
    ),
    ...[...planned.locations, ...planned.schedules].map(({ object }) =>
      changeOf(cluster, object, known.objects),
    ),
    ...firstBackupOf({ cluster, ...planned }, known),
    ...removalsOf(planned).map(object => ({
      cluster,
      ...object,
      change: 'remove' as const,
    })),
  ]);
}

function firstBackupOf(
  {
    cluster,
    firstBackup,
    locations,
  }: Pick<TenantClusterPlan, 'cluster' | 'firstBackup' | 'locations'>,
  { backups, objects }: KnownObjects,
): PlannedChange[] {
  if (firstBackup === undefined) {
    return [];
  }
  const moves = locations.some(({ object }) => {
    const live = findLive(cluster, object, objects);
    return live && isOtherPlace(specOf(live), { ...object.spec });
  });
  // What is listed by a location that moves is not in its new place.
  const name = moves ? undefined : backups.get(cluster);
  const kind = 'Backup';
  return name === undefined
    ? [{ cluster, kind, name: `${firstBackup}-first`, change: 'create' }]
    : [{ cluster, kind, name, change: 'unchanged' }];
}

function removalsOf({
  obsolete,
  oldSecrets,
}: Pick<TenantClusterPlan, 'obsolete' | 'oldSecrets'>) {
  return [
    ...obsolete.filter(({ kind }) => kind === 'Schedule'),
    ...oldSecrets.map(name => ({ kind: 'Secret' as const, name })),
  ];
}

/** The changes of what is there. */
export function changesOfThere(changes: PlannedChange[]): PlannedChange[] {
  return changes.filter(({ change }) => ['change', 'remove'].includes(change));
}

/** Names the changes of what is there; nothing when there are none. */
export function digestOfChanges(changes: PlannedChange[]): string | undefined {
  const changed = changesOfThere(changes);
  return changed.length > 0
    ? createHash('sha256').update(JSON.stringify(changed)).digest('hex')
    : undefined;
}

function specOf({ object }: LiveObject): Record<string, unknown> {
  return (object.spec ?? {}) as Record<string, unknown>;
}

function findLive(
  cluster: string,
  { kind, metadata }: StorageLocationObject | ScheduleObject,
  known: LiveObject[],
): LiveObject | undefined {
  return known.find(
    candidate =>
      candidate.resource === RESOURCES[kind] &&
      candidate.cluster === cluster &&
      candidate.object.metadata.namespace === metadata.namespace &&
      candidate.object.metadata.name === metadata.name,
  );
}

function changeOf(
  cluster: string,
  object: StorageLocationObject | ScheduleObject,
  known: LiveObject[],
): PlannedChange {
  const { kind } = object;
  const { name } = object.metadata;
  const live = findLive(cluster, object, known);
  if (!live) {
    return { cluster, kind, name, change: 'create' };
  }
  const { labels, annotations } = object.metadata;
  const content = { labels, annotations, spec: { ...object.spec } };
  const fields = fieldChanges(live.object, {
    resource: RESOURCES[kind],
    content,
  });
  return fields.length > 0
    ? { cluster, kind, name, change: 'change', fields }
    : { cluster, kind, name, change: 'unchanged' };
}
