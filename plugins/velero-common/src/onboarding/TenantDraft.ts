import { ProviderValues, StorageProvider } from '../storage/StorageProvider';
import { StoragePlace } from '../storage/storagePlace';
import { CredentialVersion } from './credentialVersion';
import { FleetCluster, FleetSnapshot, FleetVelero } from './FleetSnapshot';
import {
  TenantCluster,
  TenantCredential,
  TenantRequest,
} from './TenantRequest';

/** A storage of the request with all that follows from it. */
export interface DraftStorage {
  /** Where it stands in the request. */
  path: string;
  /** Absent when neither request nor configuration names one. */
  provider?: StorageProvider;
  values: ProviderValues;
  bucket: string;
  endpoint?: string;
  /** With what follows from the provider. */
  config: Record<string, string>;
  /** As the request has it. */
  givenConfig: Record<string, string>;
  caCert?: string;
  credential: TenantCredential;
  /** Of a credential that is given. */
  version?: CredentialVersion;
}

/** A storage location that is wanted in a cluster. */
export interface DraftLocation {
  role: 'own' | 'read';
  /** The cluster whose backups are there. */
  of: string;
  name: string;
  storage: DraftStorage;
  prefix: string;
  /** Where the prefix stands in the request, or would. */
  prefixPath: string;
  /** True for a place that something else than Velero copies to. */
  replica: boolean;
  place: StoragePlace;
}

/** A cluster of the request with what the fleet knows of it. */
export interface DraftCluster {
  path: string;
  request: TenantCluster;
  name: string;
  /** Absent when the fleet has none of that name. */
  known?: FleetCluster;
  /** Absent when it is not plain which one is meant. */
  velero?: FleetVelero;
  /** Velero's, or what it is most likely to be. */
  veleroNamespace: string;
  own: DraftLocation;
  reads: DraftLocation[];
}

/** A request with all its defaults, before anything is checked. */
export interface TenantDraft {
  request: TenantRequest;
  fleet: FleetSnapshot;
  clusters: DraftCluster[];
  /** Each one once. */
  storages: DraftStorage[];
}

export function locationsOf(cluster: DraftCluster): DraftLocation[] {
  return [cluster.own, ...cluster.reads];
}

/** The clusters with a location in the storage. */
export function usersOf(
  draft: TenantDraft,
  storage: DraftStorage,
): DraftCluster[] {
  return draft.clusters.filter(cluster =>
    locationsOf(cluster).some(location => location.storage === storage),
  );
}
