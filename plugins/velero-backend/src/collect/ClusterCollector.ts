import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  ClusterConnection,
  WatchedResource,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { ClusterLease } from '../store/LeaseStore';
import { Stores } from '../store/Stores';
import { ListWatch } from '../watch/ListWatch';
import { WatchState } from '../watch/ListWatchSink';
import { wait } from '../lib/wait';
import { clusterStateOf } from './clusterState';
import { ClusterStatusReporter } from './ClusterStatusReporter';
import { createCollector } from './createCollector';

/** Milliseconds between questions to a cluster. */
export interface CollectIntervals {
  /** While it does not answer; doubled from one failure to the next. */
  retry: number;
  /** While it has no Velero. */
  notInstalled: number;
  /** For the version of Velero. */
  version: number;
  /** For who it is that answers. */
  identity: number;
}

export interface ClusterCollectorOptions {
  connection: ClusterConnection;
  /** Where Velero works, when the portal may not read all namespaces. */
  veleroNamespaces?: string[];
  lease: ClusterLease;
  stores: Stores;
  listWatch: ListWatch;
  intervals: CollectIntervals;
  logger: LoggerService;
  onChange(): void;
}

/** Keeps the store in step with one cluster for as long as the lease on it lasts. */
export class ClusterCollector {
  readonly #options: ClusterCollectorOptions;
  readonly #reporter: ClusterStatusReporter;
  #syncedAt?: number;
  #veleroVersion?: string;

  constructor(options: ClusterCollectorOptions) {
    this.#options = options;
    this.#reporter = new ClusterStatusReporter({
      ...options,
      store: options.stores.clusters,
    });
  }

  /** Ends when the signal does, or rejects when the store refuses what it is given. */
  async run(signal: AbortSignal): Promise<void> {
    const { stores, lease } = this.#options;
    const [stored] = await stores.clusters.find([lease.cluster]);
    this.#syncedAt = stored?.syncedAt;
    this.#veleroVersion = stored?.veleroVersion;
    while (!signal.aborted) {
      await this.#waitForVelero(signal);
      await this.#watchAll(signal);
    }
    await this.#reporter.settled();
  }

  async #waitForVelero(signal: AbortSignal): Promise<void> {
    const { connection, intervals } = this.#options;
    for (let failures = 0; !signal.aborted; failures++) {
      let pause = intervals.retry * 2 ** Math.min(failures, 4);
      try {
        const discovery = await connection.discover(signal);
        if (discovery.installed) {
          await this.#adoptIdentity(signal);
          return;
        }
        this.#reporter.report({
          state: 'not-installed',
          reason: 'The cluster does not know the API group velero.io',
        });
        pause = intervals.notInstalled;
      } catch (error) {
        this.#reportFailure(error, signal, pause);
      }
      await wait(pause, signal);
    }
  }

  /** True when another cluster answers than before. */
  async #adoptIdentity(signal: AbortSignal): Promise<boolean> {
    const { connection, stores, lease, logger } = this.#options;
    const identity = await connection.readIdentity(signal);
    const isOther =
      identity !== undefined &&
      (await stores.clusters.adoptIdentity(lease, identity));
    if (isOther) {
      logger.warn('Another cluster answers than before; reading it anew');
    }
    return isOther;
  }

  #reportFailure(error: unknown, signal: AbortSignal, pause: number) {
    if (signal.aborted) {
      return;
    }
    if (!(error instanceof ClusterError)) {
      throw error;
    }
    const now = Date.now();
    this.#report([
      {
        state: 'failing',
        kind: error.kind,
        reason: error.message,
        since: now,
        retryAt: now + pause,
      },
    ]);
  }

  async #watchAll(signal: AbortSignal): Promise<void> {
    const watches = this.#scopes();
    const states: Array<WatchState | undefined> = watches.map(() => undefined);
    const ended = new AbortController();
    const either = AbortSignal.any([signal, ended.signal]);
    this.#report(states);
    const runs = watches.map(async (scope, i) => {
      const onState = (state: WatchState) => {
        states[i] = state;
        this.#report(states);
      };
      await this.#watch(scope, onState, either);
    });
    runs.push(this.#keepVersion(states, either));
    runs.push(this.#keepIdentity(either).then(() => ended.abort()));
    try {
      await Promise.all(runs);
    } finally {
      ended.abort();
      await Promise.allSettled(runs);
    }
  }

  #scopes(): Array<{ resource: WatchedResource; namespace: string }> {
    const namespaces = this.#options.veleroNamespaces ?? [''];
    const resources: WatchedResource[] = [
      'backupstoragelocations',
      'schedules',
      'backups',
      'restores',
    ];
    return [
      { resource: 'namespaces', namespace: '' },
      ...resources.flatMap(resource =>
        namespaces.map(namespace => ({ resource, namespace })),
      ),
    ];
  }

  async #watch(
    scope: { resource: WatchedResource; namespace: string },
    onState: (state: WatchState) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { listWatch, connection, ...options } = this.#options;
    const { sink, resumeFrom } = await createCollector({
      ...options,
      scope: { ...scope, cluster: options.lease.cluster },
      onState,
    });
    await listWatch.run({
      connection,
      resource: scope.resource,
      namespace: scope.namespace || undefined,
      resumeFrom,
      sink,
      signal,
    });
  }

  /** Learns Velero's version once its namespaces are known, and again after an upgrade. */
  async #keepVersion(
    states: Array<WatchState | undefined>,
    signal: AbortSignal,
  ): Promise<void> {
    const { connection, stores, lease, intervals } = this.#options;
    while (!signal.aborted) {
      const [stored] = await stores.clusters.find([lease.cluster]);
      const [namespace] = stored?.veleroNamespaces ?? [];
      const isKnown = namespace && stored.state === 'live';
      if (isKnown) {
        const version = await connection
          .readVeleroVersion(namespace, signal)
          .catch(() => undefined);
        this.#veleroVersion = version ?? this.#veleroVersion;
        this.#report(states);
      }
      await wait(isKnown ? intervals.version : intervals.retry, signal);
    }
  }

  /** Ends when another cluster answers at the same address. Its watches may go on as if nothing had happened. */
  async #keepIdentity(signal: AbortSignal): Promise<void> {
    const { logger, intervals } = this.#options;
    let isOther = false;
    while (!isOther && !signal.aborted) {
      await wait(intervals.identity, signal);
      isOther = await this.#adoptIdentity(signal).catch(error => {
        logger.debug(`Cannot ask who answers: ${stringifyError(error)}`);
        return false;
      });
    }
  }

  #report(watches: Array<WatchState | undefined>) {
    const status = clusterStateOf({ watches, syncedAt: this.#syncedAt });
    if (status.state === 'live') {
      this.#syncedAt = status.syncedAt;
    }
    this.#reporter.report({ ...status, veleroVersion: this.#veleroVersion });
  }
}
