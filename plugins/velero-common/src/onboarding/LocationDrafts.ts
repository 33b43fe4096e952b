import {
  storageProviders,
  withFieldDefaults,
} from '../storage/storageProviders';
import { StoreAddress } from '../storage/storeOf';
import { withoutSlashes } from '../storage/withoutSlashes';
import { credentialVersionOf } from './credentialVersion';
import { FleetSnapshot } from './FleetSnapshot';
import { DraftLocation, DraftStorage } from './TenantDraft';
import {
  defaultBucketOf,
  defaultPrefixOf,
  locationNameOf,
} from './tenantNames';
import { TenantRequest, TenantStorage } from './TenantRequest';

/** Makes the locations of a request, each storage once. */
export class LocationDrafts {
  /** By where they stand in the request. */
  readonly storages = new Map<string, DraftStorage>();

  constructor(
    private readonly request: TenantRequest,
    private readonly fleet: FleetSnapshot,
  ) {}

  ownLocation(index: number): DraftLocation {
    const { cluster, prefix, storage } = this.request.clusters[index];
    const path = `clusters[${index}]`;
    return this.location({
      role: 'own',
      of: cluster,
      storage: storage
        ? this.storage(`${path}.storage`, storage)
        : this.storage('storage', this.request.storage),
      prefix,
      prefixPath: `${path}.prefix`,
      replica: false,
    });
  }

  /** Of each other cluster, what is read of it: its replica, or what it writes. */
  readLocations(index: number, own: DraftLocation[]): DraftLocation[] {
    const { readOthers = true, clusters } = this.request;
    const replicas = this.replicas(index, own);
    const others = own.filter(
      (location, other) =>
        readOthers &&
        clusters[other].cluster !== clusters[index].cluster &&
        !replicas.some(({ of }) => of === location.of),
    );
    return [
      ...others.map(location => ({ ...location, role: 'read' as const })),
      ...replicas,
    ];
  }

  private replicas(index: number, own: DraftLocation[]): DraftLocation[] {
    const { replicas = [] } = this.request.clusters[index];
    return replicas.map(({ cluster, storage, prefix }, i) => {
      const path = `clusters[${index}].replicas[${i}]`;
      const original = own.find(({ of }) => of === cluster);
      return this.location({
        role: 'read',
        of: cluster,
        storage: this.storage(`${path}.storage`, storage),
        prefix: prefix ?? original?.prefix,
        prefixPath: `${path}.prefix`,
        replica: true,
      });
    });
  }

  private location(
    parts: Omit<DraftLocation, 'name' | 'place' | 'prefix'> & {
      prefix?: string;
    },
  ): DraftLocation {
    const { tenant } = this.request;
    const { of, storage } = parts;
    // Velero trims slashes at both ends, too.
    const prefix = withoutSlashes(
      parts.prefix ?? defaultPrefixOf(tenant, of, storage.bucket),
    );
    return {
      ...parts,
      name: locationNameOf(tenant, of),
      prefix,
      place: { ...addressOf(storage), prefix },
    };
  }

  storage(path: string, storage: TenantStorage): DraftStorage {
    const draft = this.storages.get(path) ?? this.newStorage(path, storage);
    this.storages.set(path, draft);
    return draft;
  }

  private newStorage(path: string, storage: TenantStorage): DraftStorage {
    const { request, fleet } = this;
    const id = storage.provider ?? fleet.settings.defaultProvider;
    const provider = id && storageProviders[id];
    const values = provider
      ? withFieldDefaults(provider, storage.values ?? {})
      : {};
    const draft = {
      path,
      provider,
      values,
      bucket: storage.bucket ?? defaultBucketOf(request.tenant),
      endpoint: provider?.endpointOf(values),
      config: { ...storage.config, ...provider?.configOf(values) },
      givenConfig: storage.config ?? {},
      caCert: storage.caCert,
      credential: storage.credential,
    };
    return 'given' in storage.credential
      ? {
          ...draft,
          version: credentialVersionOf(
            { request, fleet },
            storage.credential,
            addressOf(draft),
          ),
        }
      : draft;
  }
}

function addressOf(storage: DraftStorage): StoreAddress {
  return {
    provider: storage.provider?.veleroProvider,
    endpoint: storage.endpoint,
    region: storage.config.region,
    bucket: storage.bucket,
  };
}
