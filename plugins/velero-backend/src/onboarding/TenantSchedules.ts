import {
  isSameOwner,
  OnboardingSettings,
  ownerOfObject,
  tenantMarksOf,
} from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { assertComplete } from '../clusters/assertComplete';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Stores } from '../store/Stores';
import { COLLECTED_WITHIN } from './FleetReader';
import { LiveObject, readLiveObjects } from './LiveObjects';
import { ownerRefOfObject } from './ownerRefOfObject';
import { plannedObjects } from './plannedObjects';

/** The schedules of a tenant in one cluster. */
export interface ClusterSchedules {
  cluster: string;
  /** As they are now, or, where that cannot be told, as they are known. */
  schedules: LiveObject[];
  /** Why the cluster does not tell. */
  problem?: string;
}

/** Whose objects are looked for. */
type OwnerFilter = (owner: string) => boolean;

/**
 * Finds the schedules of a tenant. Only clusters are asked that hold something of it, or that nobody has read yet: what
 * is wrong with the cluster of somebody else is of no matter.
 */
export class TenantSchedules {
  readonly #registry: ClusterRegistry;
  readonly #stores: Pick<Stores, 'clusters' | 'operations' | 'tenants'>;
  readonly #settings: OnboardingSettings;

  constructor(options: {
    registry: ClusterRegistry;
    stores: Pick<Stores, 'clusters' | 'operations' | 'tenants'>;
    settings: OnboardingSettings;
  }) {
    this.#registry = options.registry;
    this.#stores = options.stores;
    this.#settings = options.settings;
  }

  /**
   * Gives no cluster that has none.
   *
   * @throws ServiceUnavailableError while not all clusters are known
   */
  async find(
    tenant: string,
    isWanted: OwnerFilter,
  ): Promise<ClusterSchedules[]> {
    assertComplete(this.#registry);
    const isIt = ({ object }: LiveObject) =>
      isWanted(ownerRefOfObject(object)) && this.#isOf(object, tenant);
    const [known, unread] = await Promise.all([
      this.#known(tenant),
      this.#unread(),
    ]);
    const own = known.filter(isIt);
    const names = new Set([...own.map(({ cluster }) => cluster), ...unread]);
    const found = await Promise.all(
      this.#registry
        .current()
        .filter(({ name }) => names.has(name))
        .map(async (registered): Promise<ClusterSchedules> => {
          const { name: cluster } = registered;
          const { objects, problem } = await readLiveObjects(registered);
          return problem === undefined
            ? { cluster, schedules: schedulesOf(objects.filter(isIt)) }
            : { cluster, schedules: schedulesOf(own, cluster), problem };
        }),
    );
    return found.filter(
      ({ schedules, problem }) => schedules.length > 0 || problem !== undefined,
    );
  }

  /** What is collected of the tenant, and what was made for it a moment ago. */
  async #known(tenant: string): Promise<LiveObject[]> {
    const clusters = this.#registry.current().map(({ name }) => name);
    const [rows, recent] = await Promise.all([
      this.#stores.tenants.objectsNamed(clusters, tenant),
      this.#stores.operations.findRecent('onboard', COLLECTED_WITHIN),
    ]);
    const planned = recent
      .filter(({ subject }) => subject === tenant)
      .flatMap(plannedObjects);
    const collected = rows.map(({ cluster, resource, doc, ...key }) => {
      const { metadata, ...rest } = JSON.parse(doc);
      const { namespace, name } = key;
      const object = { ...rest, metadata: { ...metadata, namespace, name } };
      return { cluster, resource, object } as LiveObject;
    });
    return uniqueObjects([...collected, ...planned]);
  }

  async #unread(): Promise<string[]> {
    const names = this.#registry.current().map(({ name }) => name);
    const stored = await this.#stores.clusters.find(names);
    return names.filter(name => {
      const status = stored.find(candidate => candidate.name === name);
      return !status?.syncedAt && status?.state !== 'not-installed';
    });
  }

  /** The annotation names the owner for people; the mark has to be of the same one. */
  #isOf(object: KubernetesObject, tenant: string): boolean {
    const owner = ownerRefOfObject(object);
    return isSameOwner(
      ownerOfObject(object),
      tenantMarksOf({ tenant, owner }, this.#settings),
    );
  }
}

function schedulesOf(objects: LiveObject[], cluster?: string): LiveObject[] {
  return objects.filter(
    object =>
      object.resource === 'schedules' &&
      (cluster === undefined || object.cluster === cluster),
  );
}

function uniqueObjects(objects: LiveObject[]): LiveObject[] {
  const byKey = new Map(
    objects.map(found => {
      const { namespace, name } = found.object.metadata;
      const { cluster, resource } = found;
      return [`${cluster}/${resource}/${namespace}/${name}`, found];
    }),
  );
  return [...byKey.values()];
}
