import {
  isGoodEnd,
  isSynced,
  meaningOfPhase,
  namespaceSelectionOf,
  ObjectOwner,
  ownerOfObject,
  readBackup,
  readRestore,
  readSchedule,
  readStorageLocation,
  restoreSelectionOf,
  timeOfBackup,
  undecodableDurationOf,
} from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { StoredObject } from '../store/ObjectStore';
import { StoredResource } from '../store/tables';
import { digestOfPlace } from './digestOfPlace';
import { documentOf } from './documentOf';
import { trimDocument } from './trimDocument';

type Columns = Pick<
  StoredObject,
  'phase' | 'schedule' | 'location' | 'place' | 'parent' | 'mapping'
> & {
  isCopy?: boolean;
  isUnfinished?: boolean;
  isSynced?: boolean;
  marks?: ObjectOwner;
  time?: string;
  selection?: StoredObject['selection'];
};

const columnsOf: Record<StoredResource, (object: KubernetesObject) => Columns> =
  {
    backups(object) {
      const backup = readBackup(object);
      return {
        phase: backup.phase,
        schedule: backup.schedule,
        location: backup.location,
        time: timeOfBackup(backup),
        isCopy: isGoodEnd(backup),
        isSynced: isSynced(backup),
        isUnfinished: isUnfinished(backup.phase),
        selection: namespaceSelectionOf(object.spec),
      };
    },
    schedules(object) {
      const schedule = readSchedule(object);
      const { template } = (object.spec ?? {}) as { template?: unknown };
      return {
        phase: schedule.phase,
        location: schedule.location,
        time: schedule.createdAt,
        marks: ownerOfObject(object),
        selection: namespaceSelectionOf(template),
      };
    },
    restores(object) {
      const restore = readRestore(object);
      const { mapping, ...selection } = restoreSelectionOf(object.spec);
      return {
        phase: restore.phase,
        schedule: restore.schedule,
        parent: restore.backup,
        time: restore.startedAt ?? restore.createdAt,
        isUnfinished: isUnfinished(restore.phase),
        selection,
        mapping,
      };
    },
    backupstoragelocations(object) {
      const location = readStorageLocation(object);
      return {
        phase: location.phase,
        time: location.createdAt,
        marks: ownerOfObject(object),
        place: digestOfPlace(location),
      };
    },
  };

/**
 * Makes the row of one of Velero's objects. An object without name, namespace or resource version cannot be kept
 * apart from others and gives `undefined`.
 */
export function projectObject(
  resource: StoredResource,
  object: KubernetesObject,
): StoredObject | undefined {
  const { name, namespace, resourceVersion, uid } = object.metadata ?? {};
  if (!isText(name) || !isText(namespace) || !isText(resourceVersion)) {
    return undefined;
  }
  const columns = columnsOf[resource](object);
  const { time, phase, schedule, location } = columns;
  const sortTime = time ? Date.parse(time) : 0;
  return {
    name,
    namespace,
    resource_version: resourceVersion,
    uid: isText(uid) ? uid : null,
    sort_time: sortTime,
    copied_at: columns.isCopy ? sortTime : null,
    stops: stopsOf(resource, object),
    synced: columns.isSynced || null,
    unfinished: columns.isUnfinished || null,
    phase: columnText(phase, 128) ?? '',
    schedule: columnText(schedule, 255),
    location: columnText(location, 255),
    parent: columnText(columns.parent, 255),
    place: columns.place ?? null,
    tenant: columnText(columns.marks?.tenant, 63),
    tenant_owner: columnText(columns.marks?.owner, 63),
    selection: columns.selection,
    mapping: columns.mapping,
    doc: trimDocument(documentOf(resource, object)),
  };
}

function isUnfinished(phase: string): boolean {
  const { lifecycle } = meaningOfPhase(phase);
  return lifecycle === 'waiting' || lifecycle === 'running';
}

/** Told from the whole object: what is kept of a large one may be without the culprit. */
function stopsOf(
  resource: StoredResource,
  object: KubernetesObject,
): string | null {
  const found =
    resource === 'backups' || resource === 'schedules'
      ? undecodableDurationOf(resource, object)
      : undefined;
  return found ? JSON.stringify(found) : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** PostgreSQL refuses text that is too long or holds a NUL, and with it the whole batch. */
function columnText(
  text: string | null | undefined,
  length: number,
): string | null {
  return text ? text.replaceAll('\u0000', '').slice(0, length) : null;
}
