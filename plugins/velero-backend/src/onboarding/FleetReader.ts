import {
  FleetCluster,
  FleetLocation,
  FleetObject,
  FleetSnapshot,
  OnboardingSettings,
  ownerOfObject,
  readStorageLocation,
} from 'backstage-plugin-velero-common';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../clusters/ClusterRegistry';
import { freshnessOf } from '../inventory/freshness';
import { StoredClusterStatus } from '../store/ClusterStore';
import { StoredOperation } from '../store/OperationStore';
import { Stores } from '../store/Stores';
import { ObjectRow } from '../store/tables';
import { OperationProgress } from './apply/StepRecord';
import { OnboardingTask } from './OnboardingTask';
import { ClusterRanges } from './readOnboarding';

/** Who wants to know, and for which owner. */
export interface FleetQuestion {
  /** Clusters whose namespaces and schedules are needed. */
  clusters: string[];
  /** Full reference of whose namespaces count as proven. */
  owner: string;
  reader: { ownershipRefs: string[]; administrator: boolean };
}

/** How long what an operation has made may take until it is collected. */
const COLLECTED_WITHIN = 10 * 60_000;

/** Gathers from the store what a tenant's plan depends on. */
export class FleetReader {
  readonly #registry: ClusterRegistry;
  readonly #stores: Stores;
  readonly #settings: OnboardingSettings;
  readonly #ranges: ClusterRanges;

  constructor(options: {
    registry: ClusterRegistry;
    stores: Stores;
    settings: OnboardingSettings;
    ranges: ClusterRanges;
  }) {
    this.#registry = options.registry;
    this.#stores = options.stores;
    this.#settings = options.settings;
    this.#ranges = options.ranges;
  }

  async read(question: FleetQuestion): Promise<FleetSnapshot> {
    const registered = this.#registry.current();
    const names = registered.map(({ name }) => name);
    const [stored, locations, schedules, recent] = await Promise.all([
      this.#stores.clusters.find(names),
      this.#stores.queries.locationsIn(names),
      this.#stores.queries.schedulesIn(question.clusters),
      this.#stores.operations.findRecent('onboard', COLLECTED_WITHIN),
    ]);
    return {
      now: new Date().toISOString(),
      clusters: await Promise.all(
        registered.map(cluster =>
          this.#cluster(
            cluster,
            stored.find(({ name }) => name === cluster.name),
            question,
          ),
        ),
      ),
      locations: withPlanned(
        locations.map(toFleetLocation),
        recent.flatMap(plannedLocations),
      ),
      schedules: schedules.map(toFleetObject),
      mayOnboardPlatform: question.reader.administrator,
      settings: this.#settings,
    };
  }

  async #cluster(
    cluster: RegisteredCluster,
    stored: StoredClusterStatus | undefined,
    question: FleetQuestion,
  ): Promise<FleetCluster> {
    const { name } = cluster;
    const { state, reason } = freshnessOf(cluster, stored);
    const namespaces = question.clusters.includes(name)
      ? await this.#stores.namespaces.findIn(name)
      : [];
    return {
      name,
      reachable: state === 'live',
      reason: reason ?? (state === 'live' ? undefined : state),
      veleros: (stored?.veleroNamespaces ?? []).map(namespace => ({
        namespace,
        version: stored?.veleroVersion,
      })),
      namespaces: namespaces.map(({ namespace }) => namespace),
      provenNamespaces: namespaces
        .filter(({ owners }) => isProven(owners, question))
        .map(({ namespace }) => namespace),
      ...this.#ranges[name],
    };
  }
}

/** The namespace must name the tenant's owner, and who asks must be of that owner. */
function isProven(owners: string[], { owner, reader }: FleetQuestion): boolean {
  return (
    owners.includes(owner) &&
    (reader.administrator || reader.ownershipRefs.includes(owner))
  );
}

function toFleetObject(row: ObjectRow): FleetObject {
  const { cluster, namespace: veleroNamespace, name, doc } = row;
  const owner = ownerOfObject(JSON.parse(doc));
  return { cluster, veleroNamespace, name, ...(owner && { owner }) };
}

function toFleetLocation(row: ObjectRow): FleetLocation {
  const object = JSON.parse(row.doc);
  const { provider, endpoint, bucket, prefix, accessMode } =
    readStorageLocation(object);
  const { region } = object.spec?.config ?? {};
  const { name, key } = object.spec?.credential ?? {};
  return {
    ...toFleetObject(row),
    ...{ provider, endpoint, region, bucket, prefix, accessMode },
    ...(name && key && { credential: { name, key } }),
  };
}

/** What an operation is making, or has made a moment ago, may not be collected yet. */
function withPlanned(
  collected: FleetLocation[],
  planned: FleetLocation[],
): FleetLocation[] {
  const keyOf = ({ cluster, veleroNamespace, name }: FleetObject) =>
    `${cluster}/${veleroNamespace}/${name}`;
  const known = new Set(collected.map(keyOf));
  return [
    ...collected,
    ...planned.filter(location => !known.has(keyOf(location))),
  ];
}

/** What was taken back, or found as it is, is left out. */
function plannedLocations({
  task,
  progress,
}: StoredOperation): FleetLocation[] {
  const { plan }: OnboardingTask = JSON.parse(task);
  const { clusters }: OperationProgress = JSON.parse(progress);
  const undone = clusters
    .filter(({ state }) => state === 'undone')
    .map(({ cluster }) => cluster);
  const made = plan.clusters.filter(({ cluster }) => !undone.includes(cluster));
  return made.flatMap(({ cluster, locations }) =>
    locations.map(({ object }) => {
      const { provider, config, objectStorage, accessMode } = object.spec;
      return {
        cluster,
        veleroNamespace: object.metadata.namespace,
        name: object.metadata.name,
        owner: ownerOfObject(object),
        provider,
        endpoint: config.s3Url,
        region: config.region,
        bucket: objectStorage.bucket,
        prefix: objectStorage.prefix,
        accessMode,
      };
    }),
  );
}
