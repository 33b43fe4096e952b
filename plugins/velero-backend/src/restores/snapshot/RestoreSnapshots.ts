import { ServiceUnavailableError } from '@backstage/errors';
import {
  maySeeContents,
  RestorePair,
  RestoreSnapshot,
  RestoreWish,
  SnapshotCluster,
  SnapshotNamespace,
  SnapshotPair,
} from 'backstage-plugin-velero-common';
import { Artifacts } from '../../artifacts/Artifacts';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../../clusters/ClusterRegistry';
import { freshnessOf } from '../../inventory/freshness';
import { OwnedNamespace } from '../../store/NamespaceStore';
import { RestoreUsage } from '../../store/RestoreRequestStore';
import { targetsOf } from '../../store/restoreRequests/findBusyTargets';
import { Stores } from '../../store/Stores';
import { KindsReader } from './KindsReader';
import { NamespaceReader } from './NamespaceReader';
import { BackupFacts, readBackupFacts } from './readBackupFacts';
import { BackupContents, readContents } from './readContents';
import { readClaims } from './readClaims';
import { readDrillRight } from './readDrillRight';
import { readModifier } from './readModifier';
import { readWhole } from './readWhole';
import { targetOf } from './targetOf';
import { writersOf } from './writersOf';

/** Who asked within the limits has not gone beyond them because others, or they themselves, asked later. */
const NOTHING_ASKED = { openOfUser: 0, todayByNamespace: {} };

export interface SnapshotQuestion {
  wish: RestoreWish;
  requester: { userRef: string; administrator: boolean };
  /** Whether a namespace with these owners is proven to be the requester's, and they have the permission. */
  isOwn(namespace: OwnedNamespace): Promise<boolean>;
  /** A request that was made before: it does not count towards the limits, and is about this backup alone. */
  request?: { id: string; backupUid?: string; namespaces: string[] };
  signal: AbortSignal;
}

/** Gathers what a decision about a restore depends on, from the cluster itself. */
export class RestoreSnapshots {
  readonly #registry: ClusterRegistry;
  readonly #stores: Stores;
  readonly #artifacts: Artifacts;
  readonly #administrators: string[];
  readonly #namespaces: NamespaceReader;
  readonly #kinds = new KindsReader();

  constructor(options: {
    registry: ClusterRegistry;
    stores: Stores;
    artifacts: Artifacts;
    administrators: string[];
    namespaces: NamespaceReader;
  }) {
    this.#registry = options.registry;
    this.#stores = options.stores;
    this.#artifacts = options.artifacts;
    this.#administrators = options.administrators;
    this.#namespaces = options.namespaces;
  }

  /** @throws ServiceUnavailableError when the cluster does not tell; nothing is known then */
  async read(question: SnapshotQuestion): Promise<RestoreSnapshot> {
    const { cluster: name } = question.wish.backup;
    const registered = this.#registry
      .current()
      .find(cluster => cluster.name === name);
    if (!registered?.connection) {
      throw new ServiceUnavailableError(
        `Cluster '${name}' cannot be asked now: ${
          registered?.problem ?? 'it is not registered'
        }`,
      );
    }
    try {
      return await this.#read(question, registered, registered.connection);
    } catch (error) {
      if (error instanceof ClusterError) {
        throw new ServiceUnavailableError(
          `Cluster '${name}' cannot be asked now: ${error.message}`,
        );
      }
      throw error;
    }
  }

  async #read(
    question: SnapshotQuestion,
    registered: RegisteredCluster,
    connection: ClusterConnection,
  ): Promise<RestoreSnapshot> {
    const { wish, requester, signal } = question;
    const [cluster, facts, modifier, usage, mayRemoveDrills] =
      await Promise.all([
        this.#cluster(registered, connection, signal),
        readBackupFacts({
          connection,
          key: wish.backup,
          administrators: this.#administrators,
          queries: this.#stores.queries,
          signal,
        }),
        readModifier(connection, wish, signal),
        this.#usage(question),
        readDrillRight(connection, wish, signal),
      ]);
    const { userRef, administrator } = requester;
    const pairs = await this.#pairs(question, facts, connection);
    const contents: BackupContents = maySeeContents({
      pairs,
      requester,
      backup: facts.backup,
    })
      ? await readContents({
          ...facts,
          artifacts: this.#artifacts,
          wish,
          onlyUid: question.request?.backupUid,
          signal,
        })
      : { contents: { problem: 'it is not proven to be yours' } };
    const whole =
      wish.wholeBackup !== undefined &&
      (await readWhole({
        // What is in the backup may not be known at this moment.
        names:
          contents.contents.namespaces ?? question.request?.namespaces ?? [],
        cluster,
        reader: this.#namespaces,
        connection,
        signal,
      }));
    const claimsOf = async (namespaces: SnapshotNamespace[]) =>
      mattersWhetherClaimed(wish, contents)
        ? readClaims({ namespaces, connection, signal })
        : namespaces;
    return {
      now: new Date().toISOString(),
      requester: { userRef, administrator },
      cluster,
      ...(facts.backup && { backup: facts.backup }),
      ...(facts.location && { location: facts.location }),
      pairs: await withTargets(pairs, claimsOf),
      ...(whole && { whole: await claimsOf(whole) }),
      ...contents,
      ...(modifier && { modifier }),
      ...(mayRemoveDrills !== undefined && { mayRemoveDrills }),
      usage,
    };
  }

  async #cluster(
    registered: RegisteredCluster,
    connection: ClusterConnection,
    signal: AbortSignal,
  ): Promise<SnapshotCluster> {
    const { name } = registered;
    const [[stored], identity, served] = await Promise.all([
      this.#stores.clusters.find([name]),
      connection.readIdentity(signal),
      this.#kinds.read(connection, signal),
    ]);
    const { state, reason } = freshnessOf(registered, stored);
    return {
      name,
      ...(identity && { identity }),
      state,
      ...(reason && { reason }),
      ...(stored?.veleroVersion && { veleroVersion: stored.veleroVersion }),
      veleroNamespaces: stored?.veleroNamespaces ?? [],
      ...served,
    };
  }

  async #pairs(
    { wish, isOwn, signal }: SnapshotQuestion,
    facts: BackupFacts,
    connection: ClusterConnection,
  ): Promise<SnapshotPair[]> {
    const { cluster, veleroNamespace } = wish.backup;
    const writers = await writersOf(this.#stores.queries, {
      ...facts,
      cluster,
      veleroNamespace,
    });
    if (wish.namespaces.length > 0) {
      assertKnown(this.#registry, writers);
    }
    return Promise.all(
      wish.namespaces.map(async ({ source, target: name }) => {
        const [target, ...origins] = await Promise.all([
          this.#namespaces.read({ cluster, name, isOwn, signal }, connection),
          ...(writers ?? []).map(writer =>
            this.#namespaces.readOrigin({
              cluster: writer,
              name: source,
              isOwn,
              signal,
            }),
          ),
        ]);
        return {
          source,
          target: await targetOf(target, origins, isOwn),
          origins,
          ...(writers?.length === 0 && { fromOutside: true }),
        };
      }),
    );
  }

  async #usage({ wish, requester, request }: SnapshotQuestion) {
    const { drill = false, namespaces } = wish;
    const usage = await this.#stores.restoreRequests.usage({
      userRef: requester.userRef,
      cluster: wish.backup.cluster,
      namespaces: namespaces.map(pair => (drill ? pair.source : pair.target)),
      // Each drill goes to a namespace of its own.
      targets: drill ? [] : targetsOf(wish),
      drills: drill,
      without: request?.id,
    });
    const counted = drill
      ? { ...usage, ...byTarget(usage, namespaces) }
      : usage;
    return request ? { ...counted, ...NOTHING_ASKED } : counted;
  }
}

/** What is asked of a source counts for where its drill goes. */
function byTarget(
  { todayByNamespace }: Pick<RestoreUsage, 'todayByNamespace'>,
  pairs: RestorePair[],
): Pick<RestoreUsage, 'todayByNamespace'> {
  return {
    todayByNamespace: Object.fromEntries(
      pairs.map(({ source, target }) => [
        target,
        todayByNamespace[source] ?? 0,
      ]),
    ),
  };
}

/**
 * Right after a start it may not be known yet whether a cluster is one of the portal's: what is its is not proven then, and
 * not disproven either.
 *
 * @throws ServiceUnavailableError so that the question is asked again
 */
function assertKnown(registry: ClusterRegistry, clusters: string[] = []) {
  const known = registry.current().map(({ name }) => name);
  const missing = clusters.find(name => !known.includes(name));
  if (missing !== undefined && !registry.isComplete()) {
    throw new ServiceUnavailableError(
      `It is not known yet whether cluster '${missing}', which may have made the backup, belongs to the portal: not all sources of clusters have answered since it was started. Try again in a minute`,
    );
  }
}

/** Files are written over for pods that come back beside what is to stay as it is. */
function mattersWhetherClaimed(
  { volumes }: RestoreWish,
  { contents }: BackupContents,
): boolean {
  return (
    volumes === 'restore' &&
    (contents.kinds ?? []).some(
      ({ groupVersionKind }) => groupVersionKind === 'v1/Pod',
    )
  );
}

/** Nothing is read about what is not proven to be the requester's. */
async function withTargets(
  pairs: SnapshotPair[],
  read: (namespaces: SnapshotNamespace[]) => Promise<SnapshotNamespace[]>,
): Promise<SnapshotPair[]> {
  const proven = pairs.filter(({ target }) => target.proven);
  const targets = await read(proven.map(({ target }) => target));
  const found = new Map(proven.map((pair, i) => [pair, targets[i]]));
  return pairs.map(pair => ({
    ...pair,
    target: found.get(pair) ?? pair.target,
  }));
}
