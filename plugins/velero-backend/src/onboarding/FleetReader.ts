import {
  FleetCluster,
  FleetLocation,
  FleetSnapshot,
  OnboardingSettings,
  readFleetLocation,
  readFleetObject,
} from 'backstage-plugin-velero-common';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../clusters/ClusterRegistry';
import { freshnessOf } from '../inventory/freshness';
import { StoredClusterStatus } from '../store/ClusterStore';
import { Stores } from '../store/Stores';
import { isProven } from './isProven';
import { LiveObject, LiveReading, readLiveObjects } from './LiveObjects';
import { plannedLocations } from './plannedLocations';
import { ClusterRanges } from './readOnboarding';

/** Who wants to know, and for which owner. */
export interface FleetQuestion {
  /** Those that the plan is for. */
  clusters: string[];
  /** Full reference of whose namespaces count as proven. */
  owner: string;
  reader: { ownershipRefs: string[]; administrator: boolean };
}

/** What a plan depends on, and the objects that it would change. */
export interface FleetReading {
  snapshot: FleetSnapshot;
  objects: LiveObject[];
}

/** How long what an operation has made may take until it is collected. */
const COLLECTED_WITHIN = 10 * 60_000;

/** Gathers what a tenant's plan depends on: from its clusters themselves, and of all others what is collected. */
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

  async read(question: FleetQuestion): Promise<FleetReading> {
    const registered = this.#registry.current();
    const [stored, live, elsewhere, recent] = await Promise.all([
      this.#stores.clusters.find(registered.map(({ name }) => name)),
      this.#live(registered, question.clusters),
      this.#collected(registered, question.clusters),
      this.#stores.operations.findRecent('onboard', COLLECTED_WITHIN),
    ]);
    const objects = [...live.values()].flatMap(reading => reading.objects);
    const clusters = registered.map(cluster => {
      const status = stored.find(({ name }) => name === cluster.name);
      const problem = live.get(cluster.name)?.problem;
      return this.#cluster(cluster, status, problem, question);
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
    wanted: string[],
  ): Promise<Map<string, LiveReading>> {
    const readings = registered.flatMap(({ name, connection }) =>
      connection && wanted.includes(name)
        ? [readLiveObjects(name, connection).then(r => [name, r] as const)]
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
    problem: string | undefined,
    question: FleetQuestion,
  ): Promise<FleetCluster> {
    const { name } = cluster;
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
      veleros: (stored?.veleroNamespaces ?? []).map(namespace => ({
        namespace,
        version: stored?.veleroVersion,
      })),
      namespaces: namespaces.map(({ namespace }) => namespace),
      provenNamespaces: namespaces
        .filter(({ owners }) =>
          isProven(owners, question.owner, question.reader),
        )
        .map(({ namespace }) => namespace),
      ...this.#ranges[name],
    };
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
