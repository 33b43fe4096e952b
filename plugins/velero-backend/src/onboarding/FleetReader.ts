import { stringifyError } from '@backstage/errors';
import {
  FleetCluster,
  FleetLocation,
  FleetSnapshot,
  FleetVelero,
  OnboardingSettings,
  readFleetLocation,
  readFleetObject,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../clusters/ClusterRegistry';
import { freshnessOf } from '../inventory/freshness';
import { StoredClusterStatus } from '../store/ClusterStore';
import { Stores } from '../store/Stores';
import { readClusterAddresses } from './ClusterAddresses';
import { isProven } from './isProven';
import { LiveObject, LiveReading, readLiveObjects } from './LiveObjects';
import { plannedLocations } from './plannedLocations';
import { ClusterRanges } from './readOnboarding';
import { ServerStatusReader } from './ServerStatusReader';

/** Who wants to know, and for which owner. */
export interface FleetQuestion {
  /** Those that the plan is for. */
  clusters: string[];
  /** Whether it matters where the clusters answer on the network: it does for an address that somebody types. */
  withAddresses: boolean;
  /** Full reference of whose namespaces count as proven. */
  owner: string;
  reader: { ownershipRefs: string[]; administrator: boolean };
}

/** What a plan depends on, and the objects that it would change. */
export interface FleetReading {
  snapshot: FleetSnapshot;
  objects: LiveObject[];
}

/** A cluster as it is at this moment. */
interface LiveCluster extends LiveReading {
  network?: Pick<FleetCluster, 'addresses' | 'nodeAddresses'>;
}

/** How long what an operation has made may take until it is collected. */
const COLLECTED_WITHIN = 10 * 60_000;

/** Gathers what a tenant's plan depends on: from its clusters themselves, and of all others what is collected. */
export class FleetReader {
  readonly #registry: ClusterRegistry;
  readonly #stores: Stores;
  readonly #settings: OnboardingSettings;
  readonly #ranges: ClusterRanges;
  readonly #servers = new ServerStatusReader();

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

  async read(question: FleetQuestion): Promise<FleetReading> {
    const registered = this.#registry.current();
    const [stored, live, elsewhere, recent] = await Promise.all([
      this.#stores.clusters.find(registered.map(({ name }) => name)),
      this.#live(registered, question),
      this.#collected(registered, question.clusters),
      this.#stores.operations.findRecent('onboard', COLLECTED_WITHIN),
    ]);
    const objects = [...live.values()].flatMap(reading => reading.objects);
    const clusters = registered.map(cluster => {
      const status = stored.find(({ name }) => name === cluster.name);
      return this.#cluster(cluster, status, live.get(cluster.name), question);
    });
    return {
      objects,
      snapshot: {
        now: new Date().toISOString(),
        clusters: await Promise.all(clusters),
        locations: withPlanned(
          [
            ...objects
              .filter(isLocation)
              .map(({ cluster, object }) => readFleetLocation(cluster, object)),
            ...elsewhere,
          ],
          recent.flatMap(plannedLocations),
        ),
        schedules: objects
          .filter(object => !isLocation(object))
          .map(({ cluster, object }) => readFleetObject(cluster, object)),
        mayOnboardPlatform: question.reader.administrator,
        settings: this.#settings,
      },
    };
  }

  async #live(
    registered: RegisteredCluster[],
    { clusters, withAddresses }: FleetQuestion,
  ): Promise<Map<string, LiveCluster>> {
    const readings = registered.flatMap(({ name, connection }) =>
      connection && clusters.includes(name)
        ? [readLiveCluster(name, connection, withAddresses)]
        : [],
    );
    return new Map(await Promise.all(readings));
  }

  async #collected(
    registered: RegisteredCluster[],
    wanted: string[],
  ): Promise<FleetLocation[]> {
    const others = registered
      .map(({ name }) => name)
      .filter(name => !wanted.includes(name));
    const rows = await this.#stores.queries.locationsIn(others);
    return rows.map(({ cluster, namespace, name, doc }) => {
      const { metadata, ...rest } = JSON.parse(doc);
      const object = { ...rest, metadata: { ...metadata, namespace, name } };
      return readFleetLocation(cluster, object);
    });
  }

  async #cluster(
    cluster: RegisteredCluster,
    stored: StoredClusterStatus | undefined,
    live: LiveCluster | undefined,
    question: FleetQuestion,
  ): Promise<FleetCluster> {
    const { name } = cluster;
    const { problem, network } = live ?? {};
    const { state, reason } = freshnessOf(cluster, stored);
    const isWanted = question.clusters.includes(name);
    const namespaces = isWanted
      ? await this.#stores.namespaces.findIn(name)
      : [];
    const isLive = state === 'live' && problem === undefined;
    return {
      name,
      reachable: isLive,
      ...(!isLive && { reason: problem ?? reason ?? state }),
      veleros: await this.#veleros(cluster, stored, isWanted && isLive),
      namespaces: namespaces.map(({ namespace }) => namespace),
      provenNamespaces: namespaces
        .filter(({ owners }) =>
          isProven(owners, question.owner, question.reader),
        )
        .map(({ namespace }) => namespace),
      ...this.#ranges[name],
      ...network,
    };
  }

  async #veleros(
    { name: cluster, connection }: RegisteredCluster,
    stored: StoredClusterStatus | undefined,
    ask: boolean,
  ): Promise<FleetVelero[]> {
    const namespaces = stored?.veleroNamespaces ?? [];
    return Promise.all(
      namespaces.map(async namespace => ({
        namespace,
        version: stored?.veleroVersion,
        ...(ask &&
          connection &&
          (await this.#servers.read({ cluster, namespace, connection }))),
      })),
    );
  }
}

async function readLiveCluster(
  name: string,
  connection: ClusterConnection,
  withAddresses: boolean,
): Promise<[string, LiveCluster]> {
  const reading = await readLiveObjects(name, connection);
  if (reading.problem !== undefined || !withAddresses) {
    return [name, reading];
  }
  try {
    const network = await readClusterAddresses(connection);
    return [name, { ...reading, network }];
  } catch (error) {
    // Where it is not known whether a store is in the cluster, nothing is planned.
    return [name, { ...reading, problem: stringifyError(error) }];
  }
}

function isLocation({ resource }: LiveObject): boolean {
  return resource === 'backupstoragelocations';
}

/** What an operation is making, or has made a moment ago, may not be collected yet. */
function withPlanned(
  known: FleetLocation[],
  planned: FleetLocation[],
): FleetLocation[] {
  const names = new Set(known.map(keyOf));
  return [...known, ...planned.filter(location => !names.has(keyOf(location)))];
}

function keyOf({ cluster, veleroNamespace, name }: FleetLocation): string {
  return `${cluster}/${veleroNamespace}/${name}`;
}
