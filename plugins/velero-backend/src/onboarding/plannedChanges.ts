import {
  PlannedChange,
  PlannedFieldChange,
  ScheduleObject,
  StorageLocationObject,
  TenantPlan,
} from 'backstage-plugin-velero-common';
import { createHash } from 'node:crypto';
import {
  KubernetesObject,
  ManagedResource,
} from '../clusters/ClusterConnection';
import { mergePatch } from './apply/mergePatch';
import { contentOf } from './apply/objectContent';
import { LiveObject } from './LiveObjects';

const RESOURCES = {
  BackupStorageLocation: 'backupstoragelocations',
  Schedule: 'schedules',
} as const;

/** Compares a plan with the objects that are known, locations and schedules. */
export function plannedChanges(
  plan: TenantPlan,
  known: LiveObject[],
  knownSecrets: (cluster: string, name: string) => boolean,
): PlannedChange[] {
  return plan.clusters.flatMap(({ cluster, ...planned }) => [
    ...planned.credentials.map(
      ({ object: { metadata } }): PlannedChange => ({
        cluster,
        kind: 'Secret',
        name: metadata.name,
        change: knownSecrets(cluster, metadata.name) ? 'unchanged' : 'create',
      }),
    ),
    ...[...planned.locations, ...planned.schedules].map(({ object }) =>
      changeOf(cluster, object, known),
    ),
    ...planned.obsolete
      .filter(({ kind }) => kind === 'Schedule')
      .map(
        ({ kind, name }): PlannedChange => ({
          cluster,
          kind,
          name,
          change: 'remove',
        }),
      ),
  ]);
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

function changeOf(
  cluster: string,
  object: StorageLocationObject | ScheduleObject,
  known: LiveObject[],
): PlannedChange {
  const { kind } = object;
  const { name, namespace } = object.metadata;
  const live = known.find(
    candidate =>
      candidate.resource === RESOURCES[kind] &&
      candidate.cluster === cluster &&
      candidate.object.metadata.namespace === namespace &&
      candidate.object.metadata.name === name,
  );
  if (!live) {
    return { cluster, kind, name, change: 'create' };
  }
  const fields = fieldChanges(live.object, object);
  return fields.length > 0
    ? { cluster, kind, name, change: 'change', fields }
    : { cluster, kind, name, change: 'unchanged' };
}

function fieldChanges(
  live: KubernetesObject,
  { kind, metadata, spec }: StorageLocationObject | ScheduleObject,
): PlannedFieldChange[] {
  const { labels, annotations } = metadata;
  const content = { labels, annotations, spec: { ...spec } };
  const resource: ManagedResource = RESOURCES[kind];
  const before = contentOf(live, { resource, content });
  return fieldsOf(mergePatch({ ...before }, { ...content }), before, content);
}

/** The leaves of a patch, with what they were and will be. */
function fieldsOf(
  patch: unknown,
  before: unknown,
  after: unknown,
  path: string[] = [],
): PlannedFieldChange[] {
  if (isObject(patch) && isObject(before) && isObject(after)) {
    return Object.keys(patch).flatMap(key =>
      fieldsOf(patch[key], before[key], after[key], [...path, key]),
    );
  }
  return [
    {
      path: path.join('.'),
      ...(before !== undefined && { before: JSON.stringify(before) }),
      ...(after !== undefined && { after: JSON.stringify(after) }),
    },
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
