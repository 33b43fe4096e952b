import { AccessMode } from '../api/types';
import { StoragePlace } from '../storage/storagePlace';
import { StorageProviderId } from '../storage/StorageProvider';
import { ObjectOwner } from './ownershipMarks';
import { TenantSelector } from './TenantRequest';

/** One Velero server. What is absent is not known. @public */
export interface FleetVelero {
  namespace: string;
  /** As `v1.18.3`. */
  version?: string;
  /** Plugins for object stores, as the server status names them: `velero.io/aws`. */
  objectStores?: string[];
  /** Images of its init containers, which are its plugins, with versions. */
  pluginImages?: string[];
  /** Time zone of the server's clock. */
  zone?: string;
  /** Whether pods of the node agent, which copies the data of volumes, are there. */
  nodeAgent?: boolean;
}

/**
 * Why no Velero server was found where one was looked for.
 *
 * - `not-installed`: the cluster does not know Velero's kinds of objects
 * - `no-namespace`: there is no such namespace
 * - `not-collected`: the portal is told to read other namespaces of the cluster only
 * - `forbidden`: the portal may not ask there
 * - `no-answer`: it was asked, and nobody answered in time
 * - `failed`: it could not be asked
 *
 * @public
 */
export type VeleroAbsenceCause =
  | 'not-installed'
  | 'no-namespace'
  | 'not-collected'
  | 'forbidden'
  | 'no-answer'
  | 'failed';

/** A place without a Velero server, as far as can be told. @public */
export interface VeleroAbsence {
  cause: VeleroAbsenceCause;
  /** Where it was looked for; absent for the whole cluster. */
  namespace?: string;
  /** What the cluster said, without anything secret. */
  reason?: string;
}

/** Something in a cluster that answers on the network: a Service or an Ingress. @public */
export interface FleetAddress {
  /** What a message calls it, as `Service minio/minio`. */
  title: string;
  /** Names and IP addresses. */
  hosts: string[];
}

/** One cluster that the portal knows. What is absent is not known. @public */
export interface FleetCluster {
  name: string;
  reachable: boolean;
  /** Why it cannot be reached, without anything secret. */
  reason?: string;
  /** Set when it answers, but grants the portal too little: the bundle of `deploy/rbac` that grants what is missing. */
  missingBundle?: string;
  veleros: FleetVelero[];
  /** Where a server was looked for besides, in vain. */
  absences?: VeleroAbsence[];
  /** Names of all its namespaces. */
  namespaces?: string[];
  /** Of these namespaces the caller is proven to be an owner, for this tenant. */
  provenNamespaces: string[];
  /** Ranges of Services and pods, as `10.96.0.0/12`. */
  serviceRanges?: string[];
  podRanges?: string[];
  nodeAddresses?: string[];
  addresses?: FleetAddress[];
  /** What was to be looked through for addresses, but the portal may not list: `services`, `ingresses`, `nodes`. */
  unlistedAddresses?: string[];
}

/** An object that is there already. @public */
export interface FleetObject {
  cluster: string;
  veleroNamespace: string;
  name: string;
  /** Absent where nobody left a mark. */
  owner?: ObjectOwner;
}

/** A storage location of the fleet. @public */
export interface FleetLocation extends FleetObject, StoragePlace {
  accessMode: AccessMode;
  /** The Secret that it takes its credential from. */
  credential?: { name: string; key: string };
}

/** What configuration says of onboarding. @public */
export interface OnboardingSettings {
  /** Tells the marks of one portal from those of another. */
  portal: string;
  /** For requests that name none; the cloud that the clusters run on. */
  defaultProvider?: StorageProviderId;
  /** Hosts (`s3.corp.example`), domains (`*.corp.example`), addresses and ranges of stores on premises. */
  privateHosts: string[];
  /** Hosts among them that are spoken to without encryption. */
  plainHttpHosts: string[];
  /** Further namespaces that scope `platform` leaves out; patterns as Velero reads them. */
  excludedNamespaces: string[];
  /** Names of Secrets that tenants may share. */
  sharedSecrets: string[];
  /** Whether scope `tenant` may use Velero's own account in the cloud. */
  serverIdentityForTenants: boolean;
  /** Which objects the schedule `databases` takes when nothing is given. */
  databaseSelector?: TenantSelector;
}

/** What is known of the fleet at one time: all that a plan depends on besides the request. @public */
export interface FleetSnapshot {
  /** ISO 8601 in UTC. */
  now: string;
  clusters: FleetCluster[];
  /** Of all clusters, whoever they belong to. */
  locations: FleetLocation[];
  /** Of the clusters in question at least. */
  schedules: FleetObject[];
  /** Full reference of whom the name of the tenant belongs to, whatever is left of it; absent when it is free. */
  tenantOwner?: string;
  /** True for who is of the owner of the request. Others are not told what the owner has. */
  isOwner: boolean;
  /** True for who may onboard a whole cluster. */
  mayOnboardPlatform: boolean;
  settings: OnboardingSettings;
}
