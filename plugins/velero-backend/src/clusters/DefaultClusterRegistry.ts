import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  VeleroClusterDefinition,
  VeleroClusterSource,
} from 'backstage-plugin-velero-node';
import { wait } from '../lib/wait';
import { ClusterRegistry, RegisteredCluster } from './ClusterRegistry';
import { Deadline } from './http/Deadline';
import { mergeDefinitions } from './mergeDefinitions';
import { enterCluster, RegistryEntry } from './RegistryEntry';

/** Times are milliseconds. */
export interface RegistryTiming {
  refreshInterval: number;
  /** After a failure it asks sooner: at start-up other plugins may not be there yet. */
  retryInterval: number;
  /** How long a source may take. */
  sourceTimeout: number;
}

const DEFAULT_TIMING: RegistryTiming = {
  refreshInterval: 60_000,
  retryInterval: 5_000,
  sourceTimeout: 30_000,
};

/** Asks every source on its own, so that a slow or failing one holds up no other. */
export class DefaultClusterRegistry implements ClusterRegistry {
  readonly #sources: VeleroClusterSource[];
  readonly #logger: LoggerService;
  readonly #timing: RegistryTiming;
  readonly #answers = new Map<VeleroClusterSource, VeleroClusterDefinition[]>();
  readonly #listeners = new Set<() => void>();
  #entries = new Map<string, RegistryEntry>();
  #reported = new Set<string>();

  constructor(options: {
    sources: VeleroClusterSource[];
    logger: LoggerService;
    timing?: Partial<RegistryTiming>;
  }) {
    this.#sources = options.sources;
    this.#logger = options.logger;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
  }

  current(): RegisteredCluster[] {
    return [...this.#entries.values()].map(entry => entry.cluster);
  }

  isComplete(): boolean {
    return this.#sources.every(source => this.#answers.has(source));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Follows the sources until the signal is aborted, and then closes all connections. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.#sources.map(source => this.#follow(source, signal)),
    );
    await this.#close([...this.#entries.values()]);
  }

  async #follow(
    source: VeleroClusterSource,
    signal: AbortSignal,
  ): Promise<void> {
    const { retryInterval, refreshInterval } = this.#timing;
    let failing = false;
    while (!signal.aborted) {
      const error = await this.#ask(source, signal);
      this.#logTransition({ source, failing, error, signal });
      failing = Boolean(error);
      await wait(failing ? retryInterval : refreshInterval, signal);
    }
  }

  async #ask(
    source: VeleroClusterSource,
    signal: AbortSignal,
  ): Promise<Error | undefined> {
    const deadline = new Deadline({
      signal,
      milliseconds: this.#timing.sourceTimeout,
    });
    try {
      const definitions = await deadline.race(
        source.listClusters({ signal: deadline.signal }),
      );
      this.#answers.set(source, definitions);
    } catch (error) {
      return toError(error);
    } finally {
      deadline.end();
    }
    if (!signal.aborted) {
      await this.#merge();
    }
    return undefined;
  }

  #logTransition(options: {
    source: VeleroClusterSource;
    failing: boolean;
    error?: Error;
    signal: AbortSignal;
  }) {
    const { source, failing, error, signal } = options;
    if (signal.aborted || failing === Boolean(error)) {
      return;
    }
    if (error) {
      this.#logger.warn(
        `Cluster source '${source.id}' fails, its last clusters stay: ${error.message}`,
      );
    } else {
      this.#logger.info(`Cluster source '${source.id}' works again`);
    }
  }

  async #merge(): Promise<void> {
    const { clusters, complaints } = mergeDefinitions(
      this.#sources.map(source => ({
        source: source.id,
        definitions: this.#answers.get(source) ?? [],
      })),
    );
    this.#complain(complaints);
    await this.#replace(
      new Map(
        clusters.map(merged => {
          const { name } = merged.definition;
          return [name, enterCluster(merged, this.#entries.get(name))];
        }),
      ),
    );
  }

  #complain(complaints: string[]) {
    const present = new Set(complaints);
    for (const complaint of present) {
      if (!this.#reported.has(complaint)) {
        this.#logger.warn(complaint);
      }
    }
    this.#reported = present;
  }

  /** Tells the listeners first, so that nobody uses a connection that is being closed. */
  async #replace(entries: Map<string, RegistryEntry>): Promise<void> {
    const before = [...this.#entries.values()];
    const after = [...entries.values()];
    this.#entries = entries;
    const isSame =
      before.length === after.length &&
      before.every((entry, index) => entry === after[index]);
    if (isSame) {
      return;
    }
    this.#tell();
    const kept = new Set(after.map(({ link }) => link));
    await this.#close(before.filter(({ link }) => !kept.has(link)));
  }

  #tell() {
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        this.#logger.error(
          `A change of the clusters was not taken in: ${
            toError(error).message
          }`,
        );
      }
    }
  }

  async #close(entries: RegistryEntry[]): Promise<void> {
    const results = await Promise.allSettled(
      entries.map(({ link }) => link?.transport.close()),
    );
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') {
        const { name } = entries[index].cluster;
        this.#logger.warn(
          `The connection to cluster '${name}' does not close: ${
            toError(result.reason).message
          }`,
        );
      }
    }
  }
}
