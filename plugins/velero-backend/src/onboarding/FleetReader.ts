import {
  FleetCluster,
  FleetLocation,
  FleetSnapshot,
  keyOfStoragePlace,
  OnboardingSettings,
  readFleetLocation,
  readFleetObject,
  TenantCluster,
  TenantScope,
} from 'backstage-plugin-velero-common';
import { assertComplete } from '../clusters/assertComplete';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../clusters/ClusterRegistry';
import { freshnessOf } from '../inventory/freshness';
import { StoredClusterStatus } from '../store/ClusterStore';
import { OwnedNamespace } from '../store/NamespaceStore';
import { Stores } from '../store/Stores';
import { ClusterAddresses, readClusterAddresses } from './ClusterAddresses';
import { isProven } from './isProven';
import {
  clusterProblem,
  LiveObject,
  LiveReading,
  readLiveObjects,
} from './LiveObjects';
import { plannedObjects } from './plannedObjects';
import { ClusterRanges } from './readOnboarding';
import { collectedVeleros, VeleroFinder } from './VeleroFinder';

/** Who wants to know, and for which owner. */
export interface FleetQuestion {
  tenant: string;
  /** Of all namespaces, or of those that are named. */
  scope: TenantScope;
  /** Those that the plan is for, and where it says that their Velero works. */
  clusters: Array<
    Pick<TenantCluster, 'cluster' | 'namespaces' | 'veleroNamespace'>
  >;
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
  network?: ClusterAddresses;
}

/** Milliseconds that what an operation has made may take until it is collected. */
export const COLLECTED_WITHIN = 10 * 60_000;

/** Gathers what a tenant's plan depends on: from its clusters themselves, and of all others what is collected. */
export class FleetReader {
  readonly #registry: ClusterRegistry;
  readonly #stores: Stores;
  readonly #settings: OnboardingSettings;
  readonly #ranges: ClusterRanges;
  readonly #veleros = new VeleroFinder();

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

  /** @throws ServiceUnavailableError while not all clusters are known: one of them may write to the same place */
  async read(question: FleetQuestion): Promise<FleetReading> {
    assertComplete(this.#registry);
    const registered = this.#registry.current();
    const namespaces = await this.#namespaces(question);
    // What will be refused is no reason to ask a cluster.
    const wanted = new Set(
      mayAsk(question, namespaces) ? namespaces.keys() : [],
    );
    const [stored, live, elsewhere, recent, tenantOwner] = await Promise.all([
      this.#stores.clusters.find(registered.map(({ name }) => name)),
      this.#live(registered, wanted, question),
      this.#collected(registered, wanted),
      this.#stores.operations.findRecent('onboard', COLLECTED_WITHIN),
      this.#stores.tenantNames.findOwner(question.tenant),
    ]);
    const objects = [...live.values()].flatMap(reading => reading.objects);
    const clusters = registered.map(cluster => {
      const status = stored.find(({ name }) => name === cluster.name);
      return this.#cluster({
        ...{ cluster, question },
        stored: status,
        live: live.get(cluster.name),
        namespaces: namespaces.get(cluster.name) ?? [],
      });
    });
    return {
      objects,
      snapshot: {
        now: new Date().toISOString(),
        clusters: await Promise.all(clusters),
        locations: withPlanned(
          { live: locationsOf(objects), collected: elsewhere },
          locationsOf(recent.flatMap(plannedObjects)),
        ),
        schedules: objects
          .filter(object => !isLocation(object))
          .map(({ cluster, object }) => readFleetObject(cluster, object)),
        ...(tenantOwner && { tenantOwner }),
        isOwner: question.reader.ownershipRefs.includes(question.owner),
        mayOnboardPlatform: question.reader.administrator,
        settings: this.#settings,
      },
    };
  }

  async #live(
    registered: RegisteredCluster[],
    wanted: Set<string>,
    { withAddresses }: FleetQuestion,
  ): Promise<Map<string, LiveCluster>> {
    const readings = registered
      .filter(({ name }) => wanted.has(name))
      .map(cluster => readLiveCluster(cluster, withAddresses));
    return new Map(await Promise.all(readings));
  }

  async #collected(
    registered: RegisteredCluster[],
    wanted: Set<string>,
  ): Promise<FleetLocation[]> {
    const others = registered
      .map(({ name }) => name)
      .filter(name => !wanted.has(name));
    const rows = await this.#stores.queries.locationsIn(others);
    return rows.map(({ cluster, namespace, name, doc }) => {
      const { metadata, ...rest } = JSON.parse(doc);
      const object = { ...rest, metadata: { ...metadata, namespace, name } };
      return readFleetLocation(cluster, object);
    });
  }

  /** The namespaces of the named clusters, with whose they are. */
  async #namespaces({
    clusters,
  }: FleetQuestion): Promise<Map<string, OwnedNamespace[]>> {
    const names = [...new Set(clusters.map(({ cluster }) => cluster))];
    const found = names.map(
      async name => [name, await this.#stores.namespaces.findIn(name)] as const,
    );
    return new Map(await Promise.all(found));
  }

  async #cluster(options: {
    cluster: RegisteredCluster;
    question: FleetQuestion;
    stored: StoredClusterStatus | undefined;
    /** Of one that is asked. */
    live: LiveCluster | undefined;
    namespaces: OwnedNamespace[];
  }): Promise<FleetCluster> {
    const { cluster, question, stored, live, namespaces } = options;
    const { name } = cluster;
    const { problem, network, missingBundle } = live ?? {};
    const { state, reason } = freshnessOf(cluster, stored);
    const named = question.clusters.filter(wanted => wanted.cluster === name);
    const isLive = state === 'live' && problem === undefined;
    return {
      name,
      reachable: isLive,
      ...(!isLive && { reason: problem ?? reason ?? state }),
      ...(missingBundle && { missingBundle }),
      ...(state === 'forbidden' && { missingBundle: 'read-only' }),
      ...(live && isLive
        ? await this.#veleros.find({
            cluster,
            stored,
            namespaces: namespaces.map(({ namespace }) => namespace),
            named: named.flatMap(
              ({ veleroNamespace }) => veleroNamespace ?? [],
            ),
          })
        : collectedVeleros(stored, { state, reason })),
      namespaces: namespaces.map(({ namespace }) => namespace),
      provenNamespaces: provenOf(namespaces, question),
      ...this.#ranges[name],
      ...network,
    };
  }
}

function provenOf(
  namespaces: OwnedNamespace[],
  { owner, reader }: FleetQuestion,
): string[] {
  return namespaces
    .filter(({ owners }) => isProven(owners, owner, reader))
    .map(({ namespace }) => namespace);
}

/** Only for whom everything that is named is proven to belong to. */
function mayAsk(
  question: FleetQuestion,
  known: Map<string, OwnedNamespace[]>,
): boolean {
  return question.scope === 'platform'
    ? question.reader.administrator
    : question.clusters.every(({ cluster, namespaces = [] }) => {
        const proven = provenOf(known.get(cluster) ?? [], question);
        return namespaces.every(namespace => proven.includes(namespace));
      });
}

async function readLiveCluster(
  cluster: RegisteredCluster,
  withAddresses: boolean,
): Promise<[string, LiveCluster]> {
  const { name, connection } = cluster;
  const reading = await readLiveObjects(cluster);
  if (reading.problem !== undefined || !connection || !withAddresses) {
    return [name, reading];
  }
  try {
    const network = await readClusterAddresses(connection);
    return [name, { ...reading, network }];
  } catch (error) {
    // Where it is not known whether a store is in the cluster, nothing is planned.
    return [name, { ...reading, ...clusterProblem(error, 'onboard') }];
  }
}

function isLocation({ resource }: LiveObject): boolean {
  return resource === 'backupstoragelocations';
}

function locationsOf(objects: LiveObject[]): FleetLocation[] {
  return objects
    .filter(isLocation)
    .map(({ cluster, object }) => readFleetLocation(cluster, object));
}

/**
 * What an operation is making, or has made a moment ago, may not be collected yet: then both places are taken, the one
 * that a location has left and the one that it has moved to.
 */
function withPlanned(
  { live, collected }: Record<'live' | 'collected', FleetLocation[]>,
  planned: FleetLocation[],
): FleetLocation[] {
  const seen = new Set(live.map(keyOf));
  const known = new Set(collected.map(keyOfUse));
  return [
    ...live,
    ...collected,
    ...planned.filter(
      location => !seen.has(keyOf(location)) && !known.has(keyOfUse(location)),
    ),
  ];
}

function keyOf({ cluster, veleroNamespace, name }: FleetLocation): string {
  return `${cluster}/${veleroNamespace}/${name}`;
}

/** Equal where a location of a name does the same with the same place. */
function keyOfUse(location: FleetLocation): string {
  const { accessMode } = location;
  const place = keyOfStoragePlace(location);
  return JSON.stringify([keyOf(location), accessMode, place]);
}
