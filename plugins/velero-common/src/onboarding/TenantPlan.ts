import { AccessMode } from '../api/types';
import { StorageProviderId } from '../storage/StorageProvider';
import { StorageService } from '../storage/storageServices';
import { PlanWarning, Refusal } from '../input/Finding';
import {
  TenantScheduleKind,
  TenantScope,
  TenantSelector,
} from './TenantRequest';

/** @public */
export interface PlannedMetadata {
  name: string;
  /** Velero's. */
  namespace: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** A Secret without its content, which never stands in a plan. @public */
export interface PlannedSecret {
  apiVersion: 'v1';
  kind: 'Secret';
  metadata: PlannedMetadata;
  type: 'Opaque';
  /** Another credential is another Secret, so that a location never changes its credential unseen. */
  immutable: true;
}

/** A Secret that is made, and where its content comes from. @public */
export interface PlannedCredential {
  object: PlannedSecret;
  /** Key of its only file. */
  key: string;
  /** Name under which the values travel. */
  given: string;
  version: number;
  /** Whose credential form makes the file of the values. */
  provider: StorageProviderId;
}

/** @public */
export interface StorageLocationObject {
  apiVersion: 'velero.io/v1';
  kind: 'BackupStorageLocation';
  metadata: PlannedMetadata;
  spec: {
    provider: string;
    accessMode: AccessMode;
    objectStorage: { bucket: string; prefix?: string; caCert?: string };
    config: Record<string, string>;
    credential?: { name: string; key: string };
  };
}

/** @public */
export interface PlannedLocation {
  /** Whether the cluster writes there, or reads what another one wrote. */
  role: 'own' | 'read';
  /** The cluster whose backups are there. */
  of: string;
  object: StorageLocationObject;
}

/** What a schedule backs up; a part of what Velero's BackupSpec can say. @public */
export interface ScheduleTemplate {
  metadata: { labels: Record<string, string> };
  storageLocation: string;
  ttl: string;
  includedNamespaces: string[];
  excludedNamespaces?: string[];
  includedResources?: string[];
  excludedResources?: string[];
  includeClusterResources?: boolean;
  labelSelector?: TenantSelector;
  snapshotVolumes: boolean;
  snapshotMoveData: boolean;
  defaultVolumesToFsBackup: boolean;
}

/** @public */
export interface ScheduleObject {
  apiVersion: 'velero.io/v1';
  kind: 'Schedule';
  metadata: PlannedMetadata;
  spec: {
    schedule: string;
    skipImmediately: boolean;
    useOwnerReferencesInBackup: boolean;
    template: ScheduleTemplate;
  };
}

/** @public */
export interface PlannedSchedule {
  kind: TenantScheduleKind;
  object: ScheduleObject;
  /** When it runs, how long its backups are kept and what they hold, as `Each day at 02:17 (UTC), kept for 30 days: …`. */
  sentence: string;
  /** ISO 8601 in UTC. */
  nextRuns: string[];
  /** Time zone that the expression is read in. */
  zone: string;
}

/** An object that an earlier plan made and that is no longer asked for. @public */
export interface ObsoleteObject {
  kind: 'BackupStorageLocation' | 'Schedule';
  name: string;
}

/** What is made in one cluster, in this order: credentials, locations, schedules. @public */
export interface TenantClusterPlan {
  cluster: string;
  veleroNamespace: string;
  credentials: PlannedCredential[];
  /** Secrets that have to be there. */
  existingSecrets: Array<{ name: string; key: string }>;
  /** The one that the cluster writes to comes first. */
  locations: PlannedLocation[];
  schedules: PlannedSchedule[];
  /** Name of the schedule whose template a backup is made of at once; absent when none is wanted. */
  firstBackup?: string;
  /** Objects with the tenant's marks, of an earlier plan, that this one does not have. */
  obsolete: ObsoleteObject[];
  /** Secrets of an earlier credential, which are removed once no location uses them. */
  oldSecrets: string[];
}

/** Where the backups of one cluster will be. @public */
export interface PlannedPlace {
  provider: StorageProviderId;
  /** Absent where Velero's plugin knows the address. */
  endpoint?: string;
  bucket: string;
  prefix: string;
  /** The cluster whose backups are there. */
  writer: string;
  /** True where something else than Velero copies them there from the bucket that the writer writes to. */
  replica: boolean;
  readers: string[];
  /** What the service takes; absent for a store whose prices nobody here knows. */
  prices?: StorageService;
}

/** All that is to be made for a tenant. Equal requests on an equal fleet give equal plans. @public */
export interface TenantPlan {
  tenant: string;
  owner: string;
  scope: TenantScope;
  clusters: TenantClusterPlan[];
  places: PlannedPlace[];
  /** What the clusters need beside what is made, in words. */
  needs: string[];
}

/** A plan, or all that stands in its way. @public */
export interface TenantPlanResult {
  /** Absent when anything is refused. */
  plan?: TenantPlan;
  refusals: Refusal[];
  warnings: PlanWarning[];
}

/** @public */
export type PlannedObject =
  | PlannedSecret
  | StorageLocationObject
  | ScheduleObject;

/** The objects of a cluster in the order in which they are made. @public */
export function objectsOfPlan(cluster: TenantClusterPlan): PlannedObject[] {
  return [
    ...cluster.credentials.map(({ object }) => object),
    ...cluster.locations.map(({ object }) => object),
    ...cluster.schedules.map(({ object }) => object),
  ];
}
