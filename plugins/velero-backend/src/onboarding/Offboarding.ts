import { NotFoundError } from '@backstage/errors';
import { OnboardingSettings } from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { freshnessOf } from '../inventory/freshness';
import { Stores } from '../store/Stores';
import { OffboardingDraft } from './OffboardingDraft';
import { OnboardingReader } from './Onboarding';
import { OffboardingClusterTask, PausedSchedule } from './OnboardingTask';
import { ClusterSchedules, TenantSchedules } from './TenantSchedules';
import { ownerRefOfObject } from './ownerRefOfObject';

/** Backups of a schedule among which the one is that expires last. */
const NEWEST = 100;

/** Finds out what there is to pause of a tenant. */
export class Offboarding {
  readonly #schedules: TenantSchedules;
  readonly #registry: ClusterRegistry;
  readonly #stores: Pick<Stores, 'clusters' | 'queries'>;

  constructor(
    options: ConstructorParameters<typeof TenantSchedules>[0] & {
      stores: Pick<Stores, 'queries'>;
      settings: OnboardingSettings;
    },
  ) {
    this.#schedules = new TenantSchedules(options);
    this.#registry = options.registry;
    this.#stores = options.stores;
  }

  async draft(
    tenant: string,
    reader: OnboardingReader,
  ): Promise<OffboardingDraft> {
    const found = await this.#schedules.find(tenant, owner =>
      mayPause(owner, reader),
    );
    const schedules = found.flatMap(cluster => cluster.schedules);
    if (schedules.length === 0) {
      throw new NotFoundError(
        `No schedule of a tenant '${tenant}' of yours was found in any cluster`,
      );
    }
    return {
      schedules,
      task: {
        owner: ownerRefOfObject(schedules[0].object),
        clusters: await Promise.all(
          found.map(cluster => this.#clusterTask(cluster)),
        ),
      },
    };
  }

  async #clusterTask({
    cluster,
    schedules,
    problem,
  }: ClusterSchedules): Promise<OffboardingClusterTask> {
    return {
      cluster,
      schedules: await Promise.all(
        schedules.map(async ({ object: { metadata } }) => {
          const { namespace = '', name = '' } = metadata;
          const key = { cluster, namespace, name };
          const backups = await this.#backupsOf(key);
          return { namespace, name, ...backups };
        }),
      ),
      ...(problem !== undefined && { problem }),
    };
  }

  /** Of a cluster that is not read, or not any more, none being known does not mean that there are none. */
  async #backupsOf(
    key: { cluster: string } & Pick<PausedSchedule, 'namespace' | 'name'>,
  ): Promise<Omit<PausedSchedule, 'namespace' | 'name'>> {
    const backups = await this.#stores.queries.newestOf(key, NEWEST);
    const times = backups
      .map(({ doc }) => Date.parse(JSON.parse(doc).status?.expiration))
      .filter(time => !Number.isNaN(time));
    if (times.length > 0) {
      return { lastExpires: new Date(Math.max(...times)).toISOString() };
    }
    const isRead = await this.#isRead(key.cluster);
    return isRead ? {} : { backupsUnknown: true };
  }

  async #isRead(name: string): Promise<boolean> {
    const cluster = this.#registry.current().find(one => one.name === name);
    const [stored] = await this.#stores.clusters.find([name]);
    return (
      cluster !== undefined && freshnessOf(cluster, stored).state === 'live'
    );
  }
}

function mayPause(owner: string, reader: OnboardingReader): boolean {
  return reader.administrator || reader.ownershipRefs.includes(owner);
}
