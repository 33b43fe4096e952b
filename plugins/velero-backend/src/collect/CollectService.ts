import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../clusters/ClusterRegistry';
import { ClusterLease } from '../store/LeaseStore';
import { Stores } from '../store/Stores';
import { ListWatch } from '../watch/ListWatch';
import { wait } from '../lib/wait';
import { ClusterCollector, CollectIntervals } from './ClusterCollector';

/** Milliseconds. A replica that dies is replaced after at most the sum of both. */
export interface LeaseTimes {
  ttl: number;
  renewal: number;
}

export interface CollectServiceOptions {
  registry: ClusterRegistry;
  stores: Stores;
  listWatch: ListWatch;
  logger: LoggerService;
  onChange(): void;
  leaseTimes?: LeaseTimes;
  intervals?: CollectIntervals;
}

interface Held {
  lease: ClusterLease;
  cluster: RegisteredCluster;
  abort: AbortController;
  done: Promise<void>;
  renewedAt: number;
}

const defaultLeaseTimes: LeaseTimes = { ttl: 20_000, renewal: 5_000 };

const defaultIntervals: CollectIntervals = {
  retry: 2_000,
  notInstalled: 60_000,
  version: 600_000,
  identity: 60_000,
};

/** Collects from each cluster that this replica gets the lease of. */
export class CollectService {
  readonly #options: CollectServiceOptions;
  readonly #leaseTimes: LeaseTimes;
  readonly #holder = randomUUID();
  readonly #held = new Map<string, Held>();
  readonly #stopped = new AbortController();
  #wake = new AbortController();
  #running?: Promise<void>;
  #unsubscribe?: () => void;

  constructor(options: CollectServiceOptions) {
    this.#options = options;
    this.#leaseTimes = options.leaseTimes ?? defaultLeaseTimes;
  }

  start(): void {
    this.#running ??= this.#run();
    this.#unsubscribe = this.#options.registry.subscribe(() =>
      this.#wake.abort(),
    );
  }

  /** Gives all leases back. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    this.#stopped.abort();
    await this.#running;
    await Promise.all([...this.#held.values()].map(held => this.#drop(held)));
  }

  async #run() {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await this.#tick();
      } catch (error) {
        this.#options.logger.warn(
          `Cannot look after the leases on clusters: ${stringifyError(error)}`,
        );
        await this.#dropExpired();
      }
      await wait(
        this.#leaseTimes.renewal,
        AbortSignal.any([signal, this.#wake.signal]),
      );
      this.#wake = new AbortController();
    }
  }

  async #tick() {
    const wanted = new Map(
      this.#options.registry
        .current()
        .filter(cluster => cluster.connection)
        .map(cluster => [cluster.name, cluster]),
    );
    for (const held of [...this.#held.values()]) {
      const cluster = wanted.get(held.lease.cluster);
      if (cluster?.connection !== held.cluster.connection) {
        await this.#drop(held);
      } else {
        await this.#renew(held);
      }
    }
    for (const cluster of wanted.values()) {
      if (!this.#held.has(cluster.name)) {
        await this.#take(cluster);
      }
    }
  }

  async #take(cluster: RegisteredCluster) {
    const lease = await this.#options.stores.leases.acquire({
      cluster: cluster.name,
      holder: this.#holder,
      ttl: this.#leaseTimes.ttl,
    });
    if (!lease) {
      return;
    }
    const abort = new AbortController();
    const held: Held = {
      lease,
      cluster,
      abort,
      renewedAt: Date.now(),
      done: this.#collect(cluster, lease, abort.signal),
    };
    this.#held.set(cluster.name, held);
  }

  async #collect(
    cluster: RegisteredCluster,
    lease: ClusterLease,
    signal: AbortSignal,
  ) {
    const logger = this.#options.logger.child({ cluster: cluster.name });
    while (!signal.aborted) {
      try {
        await new ClusterCollector({
          ...this.#options,
          intervals: this.#options.intervals ?? defaultIntervals,
          connection: cluster.connection!,
          veleroNamespaces: cluster.veleroNamespaces,
          lease,
          logger,
        }).run(signal);
      } catch (error) {
        logger.warn(`Collecting starts anew: ${stringifyError(error)}`);
        await wait(this.#leaseTimes.renewal, signal);
      }
    }
  }

  async #renew(held: Held) {
    const { leases } = this.#options.stores;
    if (await leases.renew(held.lease, this.#leaseTimes.ttl)) {
      held.renewedAt = Date.now();
      return;
    }
    this.#options.logger.info(
      `Another replica has taken over cluster ${held.lease.cluster}`,
    );
    await this.#drop(held);
  }

  /** Without the database no lease can be renewed, and past its end another replica may be at work. */
  async #dropExpired() {
    const limit = Date.now() - this.#leaseTimes.ttl;
    for (const held of [...this.#held.values()]) {
      if (held.renewedAt < limit) {
        await this.#drop(held);
      }
    }
  }

  async #drop(held: Held) {
    this.#held.delete(held.lease.cluster);
    held.abort.abort();
    await held.done;
    await this.#options.stores.leases.release(held.lease).catch(error => {
      this.#options.logger.warn(
        `Lease on ${held.lease.cluster} runs out by itself: ${stringifyError(
          error,
        )}`,
      );
    });
  }
}
