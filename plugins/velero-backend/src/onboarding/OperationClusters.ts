import { ServiceUnavailableError } from '@backstage/errors';
import { ClusterConnection } from '../clusters/ClusterConnection';
import {
  ClusterRegistry,
  RegisteredCluster,
} from '../clusters/ClusterRegistry';
import { wait } from '../lib/wait';
import { CancelledError } from './apply/Step';

const UNANSWERED =
  'not all sources of clusters have answered since the portal was started';

/** How somebody waits for a cluster. */
export interface Waiting {
  signal: AbortSignal;
  /** Called once when it takes longer, with why. */
  note(why: string): Promise<void>;
  /** Whether nobody wants it to be waited for any more. */
  mayStop(): boolean;
}

/**
 * Finds the connections to the clusters of one operation. After a start it may be unknown for a while which clusters there
 * are: that one is missing then tells nothing about it, and is no reason to take back what another replica has begun.
 */
export class OperationClusters {
  readonly #registry: ClusterRegistry;
  readonly #patience: number;
  readonly #poll: number;
  readonly #begun = performance.now();

  constructor(options: {
    registry: ClusterRegistry;
    /** Milliseconds for which clusters are waited for while it is not known which there are. */
    patience: number;
    /** Milliseconds between two looks. */
    poll: number;
  }) {
    this.#registry = options.registry;
    this.#patience = options.patience;
    this.#poll = options.poll;
  }

  /**
   * @throws ServiceUnavailableError when the cluster is gone, cannot be connected to, or stays unknown for too long
   * @throws CancelledError when nobody wants it to be waited for any more
   */
  async connect(name: string, waiting: Waiting): Promise<ClusterConnection> {
    await this.#untilKnown(name, waiting);
    const { connection, problem } = this.#find(name) ?? {};
    if (!connection) {
      throw new ServiceUnavailableError(
        `Cluster '${name}' cannot be asked now: ${problem ?? this.#missing()}`,
      );
    }
    return connection;
  }

  async #untilKnown(
    name: string,
    { signal, note, mayStop }: Waiting,
  ): Promise<void> {
    let isNoted = false;
    while (!this.#isKnown(name) && !this.#isOver()) {
      if (!isNoted) {
        isNoted = true;
        await note(`It waits for cluster '${name}': ${UNANSWERED}`);
      }
      if (mayStop()) {
        throw new CancelledError();
      }
      await wait(this.#poll, signal);
      signal.throwIfAborted();
    }
  }

  #isKnown(name: string): boolean {
    return this.#find(name) !== undefined || this.#registry.isComplete();
  }

  #isOver(): boolean {
    return performance.now() - this.#begun > this.#patience;
  }

  #find(name: string): RegisteredCluster | undefined {
    return this.#registry.current().find(cluster => cluster.name === name);
  }

  #missing(): string {
    return this.#registry.isComplete()
      ? 'it is not registered any more'
      : `${UNANSWERED}. The log of the backend says which one fails`;
  }
}
