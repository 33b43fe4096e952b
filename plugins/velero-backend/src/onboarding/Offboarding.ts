import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  isSameOwner,
  NAMESPACE_OWNER_ANNOTATION,
  OnboardingSettings,
  ownerOfObject,
  tenantMarksOf,
} from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { Stores } from '../store/Stores';
import { fullOwnerRef } from './fullOwnerRef';
import { LiveObject, readLiveObjects } from './LiveObjects';
import { OnboardingReader } from './Onboarding';
import { OffboardingTask, PausedSchedule } from './OnboardingTask';

/** Backups of a schedule among which the one is that expires last. */
const NEWEST = 100;

/** Finds out what there is to pause of a tenant. */
export class Offboarding {
  readonly #registry: ClusterRegistry;
  readonly #stores: Pick<Stores, 'queries'>;
  readonly #settings: OnboardingSettings;

  constructor(options: {
    registry: ClusterRegistry;
    stores: Pick<Stores, 'queries'>;
    settings: OnboardingSettings;
  }) {
    this.#registry = options.registry;
    this.#stores = options.stores;
    this.#settings = options.settings;
  }

  async taskFor(
    tenant: string,
    reader: OnboardingReader,
  ): Promise<OffboardingTask> {
    const schedules = (await this.#schedules()).filter(
      ({ object }) =>
        this.#isOf(object, tenant) && mayPause(ownerRefOf(object), reader),
    );
    if (schedules.length === 0) {
      throw new NotFoundError(
        `No schedule of a tenant '${tenant}' of yours was found in any cluster`,
      );
    }
    const clusters = [...new Set(schedules.map(({ cluster }) => cluster))];
    return {
      owner: ownerRefOf(schedules[0].object),
      clusters: await Promise.all(
        clusters.map(async cluster => ({
          cluster,
          schedules: await Promise.all(
            schedules
              .filter(schedule => schedule.cluster === cluster)
              .map(schedule => this.#paused(schedule)),
          ),
        })),
      ),
    };
  }

  /** A cluster that cannot be read would be left out without a word. */
  async #schedules(): Promise<LiveObject[]> {
    const readings = await Promise.all(
      this.#registry.current().map(async ({ name, connection, problem }) => {
        const reading = connection
          ? await readLiveObjects(name, connection)
          : { problem: problem ?? 'it cannot be reached', objects: [] };
        if (reading.problem !== undefined) {
          throw new ServiceUnavailableError(
            `Nothing was done: whether cluster '${name}' has schedules of the tenant cannot be told: ${reading.problem}`,
          );
        }
        return reading.objects;
      }),
    );
    return readings.flat().filter(({ resource }) => resource === 'schedules');
  }

  /** The annotation names the owner for people; the mark has to be of the same one. */
  #isOf(object: KubernetesObject, tenant: string): boolean {
    const owner = ownerRefOf(object);
    return isSameOwner(
      ownerOfObject(object),
      tenantMarksOf({ tenant, owner }, this.#settings),
    );
  }

  async #paused({ cluster, object }: LiveObject): Promise<PausedSchedule> {
    const { namespace = '', name = '' } = object.metadata;
    const backups = await this.#stores.queries.newestOf(
      { cluster, namespace, name },
      NEWEST,
    );
    const times = backups
      .map(({ doc }) => Date.parse(JSON.parse(doc).status?.expiration))
      .filter(time => !Number.isNaN(time));
    return {
      namespace,
      name,
      ...(times.length > 0 && {
        lastExpires: new Date(Math.max(...times)).toISOString(),
      }),
    };
  }
}

function ownerRefOf({ metadata }: KubernetesObject): string {
  return fullOwnerRef(metadata.annotations?.[NAMESPACE_OWNER_ANNOTATION] ?? '');
}

function mayPause(owner: string, reader: OnboardingReader): boolean {
  return reader.administrator || reader.ownershipRefs.includes(owner);
}
