import { NotFoundError } from '@backstage/errors';
import { OnboardingSettings } from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { OffboardingDraft } from './OffboardingDraft';
import { OnboardingReader } from './Onboarding';
import { OffboardingClusterTask } from './OnboardingTask';
import { ClusterSchedules, TenantSchedules } from './TenantSchedules';
import { ownerRefOfObject } from './ownerRefOfObject';

/** Backups of a schedule among which the one is that expires last. */
const NEWEST = 100;

/** Finds out what there is to pause of a tenant. */
export class Offboarding {
  readonly #schedules: TenantSchedules;
  readonly #stores: Pick<Stores, 'queries'>;

  constructor(
    options: ConstructorParameters<typeof TenantSchedules>[0] & {
      stores: Pick<Stores, 'queries'>;
      settings: OnboardingSettings;
    },
  ) {
    this.#schedules = new TenantSchedules(options);
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
          return { namespace, name, ...(await this.#lastExpiryOf(key)) };
        }),
      ),
      ...(problem !== undefined && { problem }),
    };
  }

  async #lastExpiryOf(key: {
    cluster: string;
    namespace: string;
    name: string;
  }): Promise<{ lastExpires?: string }> {
    const backups = await this.#stores.queries.newestOf(key, NEWEST);
    const times = backups
      .map(({ doc }) => Date.parse(JSON.parse(doc).status?.expiration))
      .filter(time => !Number.isNaN(time));
    return times.length > 0
      ? { lastExpires: new Date(Math.max(...times)).toISOString() }
      : {};
  }
}

function mayPause(owner: string, reader: OnboardingReader): boolean {
  return reader.administrator || reader.ownershipRefs.includes(owner);
}
