import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { wait } from '../lib/wait';
import {
  NewOperation,
  OperationLease,
  OperationStore,
  StoredOperation,
} from '../store/OperationStore';
import { ClusterRun } from './apply/ClusterRun';
import { JournalError, OperationJournal } from './apply/OperationJournal';
import { Step } from './apply/Step';
import { ClusterRecord, OperationProgress } from './apply/StepRecord';
import { OperationClusters } from './OperationClusters';
import { operationUnderWay } from './operationUnderWay';
import { outcomeOf } from './outcomeOf';
import { CredentialTexts } from './tenantSteps';

/** Milliseconds. */
export interface RunnerTimes {
  /** After which an operation is taken from a replica that shows no sign of life. */
  ttl: number;
  /** Between two signs of life. */
  heartbeat: number;
  /** Between two looks for operations that nobody works on. */
  poll: number;
  /** For which an operation waits for its clusters while not all sources of clusters have answered. */
  patience: number;
  /** Between attempts to take a step back. */
  undoPauses?: number[];
}

const DEFAULT_TIMES: RunnerTimes = {
  ttl: 60_000,
  heartbeat: 15_000,
  poll: 10_000,
  patience: 60 * 60_000,
};

/** Between two looks whether a cluster is known by now. */
const CLUSTER_POLL = 1_000;

/** What operations of a kind consist of. */
export interface OperationKind {
  /** Makes the steps in one cluster, and the lines that its record lacks. */
  steps(
    operation: StoredOperation,
    record: ClusterRecord,
    texts: CredentialTexts,
  ): Step[];
  /** What it still has for itself once nothing is left to do that could fail; all of its locks when absent. */
  lastLocks?(operation: StoredOperation): string[];
  /** Called before an operation ends, again if that is cut off. */
  ended?(
    operation: StoredOperation,
    progress: OperationProgress,
  ): Promise<void>;
}

/** What is to be done; nothing of the task is secret. */
export interface OperationWork {
  task: object;
  clusters: string[];
  texts?: CredentialTexts;
}

export interface OperationOrder
  extends Pick<
    NewOperation,
    'kind' | 'subject' | 'userRef' | 'locks' | 'claim'
  > {
  /** Full reference of whom the subject belongs to. */
  owner: string;
  /** Whether who gives the order may know of another operation. */
  mayKnowOf(other: StoredOperation): boolean;
  /** Called once the locks are held: what it finds to be free stays free. When it throws, nothing is done. */
  prepare(): Promise<OperationWork>;
}

/** Works on operations that this replica began, and on those that others left behind. */
export class OperationRunner {
  readonly holder = randomUUID();
  readonly times: RunnerTimes;
  readonly #store: OperationStore;
  readonly #registry: ClusterRegistry;
  readonly #logger: LoggerService;
  readonly #kinds: Record<string, OperationKind>;
  readonly #stopped = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #looking?: Promise<void>;

  constructor(options: {
    store: OperationStore;
    registry: ClusterRegistry;
    logger: LoggerService;
    /** By the kinds of operations. */
    kinds: Record<string, OperationKind>;
    times?: Partial<RunnerTimes>;
  }) {
    this.times = { ...DEFAULT_TIMES, ...options.times };
    this.#store = options.store;
    this.#registry = options.registry;
    this.#logger = options.logger;
    this.#kinds = options.kinds;
  }

  start(): void {
    this.#looking ??= this.#look();
  }

  /** Leaves what runs to other replicas. */
  async stop(): Promise<void> {
    this.#stopped.abort(new JournalError('The portal stops'));
    await this.#looking;
    await Promise.all(this.#running);
  }

  /**
   * Begins an operation and works on it; returns once it is prepared.
   *
   * @throws ConflictError when another one has one of the locks, or another owner the name that is claimed
   */
  async begin(order: OperationOrder): Promise<StoredOperation> {
    const { owner, prepare, mayKnowOf, ...rest } = order;
    const id = randomUUID();
    const lease = await this.#store.begin({
      ...rest,
      id,
      // Whoever finds it in this state has nothing to do for it.
      task: JSON.stringify({ owner }),
      progress: JSON.stringify({ clusters: [] }),
      holder: this.holder,
      ttl: this.times.ttl,
    });
    if (!lease) {
      const others = await this.#store.findHolding(order.locks);
      throw operationUnderWay(others.find(mayKnowOf));
    }
    const texts = await this.#prepare(lease, prepare);
    const operation = (await this.#store.find(id))!;
    this.launch(lease, operation, texts);
    return operation;
  }

  async #prepare(
    lease: OperationLease,
    prepare: OperationOrder['prepare'],
  ): Promise<CredentialTexts | undefined> {
    try {
      const { task, clusters, texts } = await prepare();
      const records = clusters.map(
        (cluster): ClusterRecord => ({ cluster, state: 'waiting', steps: [] }),
      );
      await this.#store.save(lease, {
        task: JSON.stringify(task),
        progress: JSON.stringify({ clusters: records }),
        ttl: this.times.ttl,
      });
      return texts;
    } catch (error) {
      // It has no clusters: that it has come to nothing is all that is left to note.
      this.launch(lease, (await this.#store.find(lease.id))!);
      throw error;
    }
  }

  /** Works on an operation that this replica has the lease of, and returns at once. */
  launch(
    lease: OperationLease,
    operation: StoredOperation,
    texts: CredentialTexts = new Map(),
  ): void {
    const work = this.#work(lease, operation, texts).finally(() =>
      this.#running.delete(work),
    );
    this.#running.add(work);
  }

  async #look() {
    const { signal } = this.#stopped;
    const { ttl, poll } = this.times;
    while (!signal.aborted) {
      try {
        const found = await this.#store.adopt({ holder: this.holder, ttl });
        if (found) {
          this.launch(found.lease, found.operation);
          continue;
        }
      } catch (error) {
        this.#logger.warn(
          `Cannot look for operations: ${stringifyError(error)}`,
        );
      }
      await wait(poll, signal);
    }
  }

  async #work(
    lease: OperationLease,
    operation: StoredOperation,
    texts: CredentialTexts,
  ): Promise<void> {
    const { ttl, heartbeat } = this.times;
    const progress: OperationProgress = JSON.parse(operation.progress);
    const store = this.#store;
    const journal = new OperationJournal({ store, lease, progress, ttl });
    const ended = new AbortController();
    const signal = AbortSignal.any([this.#stopped.signal, ended.signal]);
    const beat = setInterval(() => {
      journal.note().catch(error => ended.abort(error));
    }, heartbeat);
    try {
      await journal.note();
      await this.#runAll({ operation, journal, texts, signal });
      await this.#kinds[operation.kind].ended?.(operation, progress);
      await this.#end(lease, journal);
    } catch (error) {
      await this.#leave(lease, operation, error);
    } finally {
      clearInterval(beat);
    }
  }

  async #runAll(options: {
    operation: StoredOperation;
    journal: OperationJournal;
    texts: CredentialTexts;
    signal: AbortSignal;
  }) {
    const { operation, journal, texts, signal } = options;
    const kind = this.#kinds[operation.kind];
    const { clusters } = journal.progress;
    const { patience, poll, undoPauses } = this.times;
    const connections = new OperationClusters({
      registry: this.#registry,
      patience,
      poll: Math.min(poll, CLUSTER_POLL),
    });
    let unsettled = clusters.length;
    const settled = async () => {
      unsettled--;
      if (unsettled === 0 && kind.lastLocks) {
        await journal.unlock(kind.lastLocks(operation));
      }
    };
    const runs = clusters.map(record =>
      new ClusterRun({
        steps: kind.steps(operation, record, texts),
        record,
        connect: waiting => connections.connect(record.cluster, waiting),
        journal,
        signal,
        undoPauses,
        settled,
      }).run(),
    );
    const results = await Promise.allSettled(runs);
    const failure = results.find(result => result.status === 'rejected');
    if (failure) {
      throw failure.reason;
    }
  }

  async #end(lease: OperationLease, { progress, cancelled }: OperationJournal) {
    await this.#store.end(lease, {
      state: outcomeOf(progress, cancelled),
      progress: JSON.stringify(progress),
    });
  }

  /** When the portal stops another replica goes on at once; after trouble of another kind only when time has run out. */
  async #leave(
    lease: OperationLease,
    { id }: StoredOperation,
    error: unknown,
  ): Promise<void> {
    this.#logger.warn(
      `Operation ${id} is left to go on later: ${stringifyError(error)}`,
    );
    if (!this.#stopped.signal.aborted) {
      return;
    }
    await this.#store.release(lease).catch(problem => {
      this.#logger.warn(
        `Operation ${id} goes on when its time has run out: ${stringifyError(
          problem,
        )}`,
      );
    });
  }
}
