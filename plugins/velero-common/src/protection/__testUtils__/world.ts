import { BackupOrigin, ClusterState } from '../../api/types';
import { undecodableDurationOf } from '../../velero/undecodableDuration';
import { NamespaceToProtect, ProtectionInput } from '../protectionOf';
import {
  backupContentOf,
  ClusterRecord,
  locationRecordOf,
  scheduleRecordOf,
  StoppingRecord,
} from '../records';
import { explicitTargetOf } from '../targetOf';

/** A Monday. */
export const NOW = new Date('2026-11-23T11:00:00Z');

export function hoursAgo(hours: number): string {
  return new Date(NOW.getTime() - hours * 3_600_000).toISOString();
}

interface Parts {
  name: string;
  /** Namespace of its Velero server. */
  velero?: string;
  /** Keys of the spec; of a schedule: of its template. */
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
}

interface VeleroObject {
  metadata: { name: string; namespace: string };
}

interface SchedulePart extends Parts {
  cron?: string;
  paused?: boolean;
  /** True for one that the store could not keep whole. */
  isCut?: boolean;
  /** In hours. */
  age?: number;
  ranAgo?: number;
}

interface BackupPart extends Omit<Parts, 'name'> {
  name?: string;
  schedule?: string;
  /** Hours since Velero began it. */
  ago: number;
  phase?: string;
  items?: number;
  /** Hours since the object was made, where that was later. */
  createdAgo?: number;
  origin?: BackupOrigin;
}

type LocationPart = Parts & { phase?: string };

/** What a row of the table is about. */
export interface World {
  namespaces?: NamespaceToProtect[];
  /** Of the cluster `eu`. */
  schedules?: SchedulePart[];
  backups?: BackupPart[];
  locations?: LocationPart[];
  state?: ClusterState;
  staleSince?: string;
  zone?: string;
  /** Further clusters, by their names. */
  others?: Record<string, World>;
  rpo?: string;
  policy?: { tier: string; rpo: string };
}

export function inputOf(world: World): ProtectionInput {
  const { others = {}, namespaces } = world;
  return {
    namespaces: namespaces ?? [claimed('payments')],
    clusters: [
      clusterOf('eu', world),
      ...Object.entries(others).map(([name, other]) => clusterOf(name, other)),
    ],
    ...explicitTargetOf({ annotation: world.rpo, policy: world.policy }),
    now: NOW,
  };
}

export function claimed(namespace: string, cluster = 'eu'): NamespaceToProtect {
  return { cluster, namespace, proven: true };
}

export function clusterOf(name: string, world: World): ClusterRecord {
  const { state = 'live', staleSince, zone } = world;
  const schedules = (world.schedules ?? []).map(scheduleObject);
  const backups = (world.backups ?? []).map(backupObject);
  const locations = (world.locations ?? [{ name: 'archive' }]).map(
    locationObject,
  );
  return {
    freshness: { name, state, ...(staleSince && { staleSince }) },
    zone,
    schedules: schedules.map(object =>
      scheduleRecordOf({ ...keyOf(object), object }),
    ),
    backups: backups.map(({ origin, object }) => ({
      ...backupContentOf({ ...keyOf(object), object }),
      origin,
    })),
    locations: locations.map(object =>
      locationRecordOf({ ...keyOf(object), object }),
    ),
    stopping: stoppingOf(
      schedules,
      backups.map(({ object }) => object),
    ),
  };
}

function keyOf({ metadata }: VeleroObject) {
  return { veleroNamespace: metadata.namespace, name: metadata.name };
}

function metadataOf({ name, velero = 'velero' }: Parts, ageInHours: number) {
  return { name, namespace: velero, creationTimestamp: hoursAgo(ageInHours) };
}

function stoppingOf(
  schedules: VeleroObject[],
  backups: VeleroObject[],
): StoppingRecord[] {
  const find = (
    resource: 'schedules' | 'backups',
    kind: StoppingRecord['kind'],
    objects: VeleroObject[],
  ) =>
    objects.flatMap(object => {
      const found = undecodableDurationOf(resource, object);
      return found ? [{ ...found, kind, ...keyOf(object) }] : [];
    });
  return [
    ...find('schedules', 'Schedule', schedules),
    ...find('backups', 'Backup', backups),
  ];
}

function scheduleObject(part: SchedulePart) {
  const { cron = '0 2 * * *', paused, age = 720, ranAgo = 9 } = part;
  return {
    metadata: metadataOf(part, age),
    spec: {
      schedule: cron,
      paused,
      template: part.isCut ? undefined : templateOf(part),
    },
    status: {
      phase: 'Enabled',
      lastBackup: ranAgo < 0 ? undefined : hoursAgo(ranAgo),
      ...part.status,
    },
  };
}

function templateOf({ spec }: Parts) {
  return {
    includedNamespaces: ['payments'],
    storageLocation: 'archive',
    ...spec,
  };
}

function backupObject(part: BackupPart) {
  const { schedule, ago, phase = 'Completed', items = 12 } = part;
  const { createdAgo = ago, origin = 'this-cluster' } = part;
  const name = part.name ?? `${schedule ?? 'by-hand'}-${ago}`;
  return {
    origin,
    object: {
      metadata: {
        ...metadataOf({ ...part, name }, createdAgo),
        labels: schedule ? { 'velero.io/schedule-name': schedule } : {},
      },
      spec: templateOf({ name: '', spec: part.spec }),
      status: {
        phase,
        startTimestamp:
          phase === 'FailedValidation' ? undefined : hoursAgo(ago),
        expiration: hoursAgo(ago - 720),
        progress: items > 0 ? { itemsBackedUp: items, totalItems: items } : {},
        ...part.status,
      },
    },
  };
}

function locationObject(part: LocationPart) {
  const { spec, status, phase = 'Available' } = part;
  return {
    metadata: metadataOf(part, 1_000),
    spec: { provider: 'aws', objectStorage: { bucket: 'b' }, ...spec },
    status: { phase, ...status },
  };
}
