import { KubernetesObject } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { wait } from '../../lib/wait';
import { LocationCheck, locationCheckOf } from '../../operations/locationCheck';
import {
  CancelledError,
  Step,
  StepContext,
  StepError,
  StepResult,
  UndoResult,
} from './Step';
import { StepRecord } from './StepRecord';

/** Milliseconds. */
export interface AvailableTimes {
  /** How long Velero has to find the location Available. */
  limit: number;
  poll: number;
  /**
   * After how long Velero is asked to check once more: it may not have heard of the Secret the first time, and writes
   * times in whole seconds, so that a new check can look like the one before.
   */
  again: number;
}

export const DEFAULT_AVAILABLE_TIMES: AvailableTimes = {
  limit: 90_000,
  poll: 1_000,
  again: 3_000,
};

/** Waits until Velero itself has found that it can use a location. */
export class AvailableStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly #namespace: string;
  readonly #name: string;
  readonly #location: StepRecord;
  readonly #times: AvailableTimes;

  constructor(options: {
    namespace: string;
    name: string;
    /** The step that makes or changes the location. */
    location: StepRecord;
    times?: AvailableTimes;
  }) {
    const { name } = options;
    this.id = `available/${name}`;
    this.title = `Velero finds location ${name} Available`;
    this.#namespace = options.namespace;
    this.#name = name;
    this.#location = options.location;
    this.#times = options.times ?? DEFAULT_AVAILABLE_TIMES;
  }

  async run(context: StepContext): Promise<StepResult> {
    const end = Date.now() + this.#times.limit;
    const askAgainAt = Date.now() + this.#times.again;
    let asked = false;
    for (;;) {
      const live = await this.#read(context);
      const check = this.#checkOf(live, asked);
      if (check?.phase === 'Available') {
        return this.#found(check);
      }
      if (check && asked) {
        throw this.#unavailable(check);
      }
      if (Date.now() > end) {
        throw this.#unanswered(check);
      }
      if (!asked && Date.now() >= askAgainAt) {
        asked = await this.#askAgain(context, live);
      }
      await this.#pause(context);
    }
  }

  async undo(): Promise<UndoResult> {
    return {};
  }

  /** What Velero said of the location as it is now; nothing where it spoke of the one before. */
  #checkOf(live: KubernetesObject, asked: boolean): LocationCheck | undefined {
    const check = locationCheckOf(live);
    const { state, checkedBefore } = this.#location;
    const isOfNow =
      asked || state === 'unchanged' || check.checkedAt !== checkedBefore;
    return check.phase && check.checkedAt && isOfNow ? check : undefined;
  }

  #found({ checkedAt }: LocationCheck): StepResult {
    const { state } = this.#location;
    return {
      state: state === 'unchanged' ? 'unchanged' : 'done',
      message: `Checked at ${checkedAt}`,
    };
  }

  #read({ connection, signal }: StepContext): Promise<KubernetesObject> {
    return connection.get({
      resource: 'backupstoragelocations',
      namespace: this.#namespace,
      name: this.#name,
      signal,
    });
  }

  /**
   * Velero checks a location soon that bears no time of a check.
   *
   * @returns false when somebody has changed it meanwhile, as Velero does with each check
   */
  async #askAgain(
    { connection, signal }: StepContext,
    live: KubernetesObject,
  ): Promise<boolean> {
    try {
      await connection.patch({
        resource: 'backupstoragelocations',
        namespace: this.#namespace,
        name: this.#name,
        resourceVersion: live.metadata.resourceVersion ?? '',
        patch: { status: { lastValidationTime: null } },
        signal,
      });
      return true;
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'changed') {
        return false;
      }
      throw error;
    }
  }

  async #pause({ isCancelled, signal }: StepContext) {
    await wait(this.#times.poll, signal);
    signal.throwIfAborted();
    if (isCancelled()) {
      throw new CancelledError();
    }
  }

  #unavailable({ message }: LocationCheck): StepError {
    return new StepError(
      `Velero cannot use location '${this.#name}': ${
        message ?? 'it gives no reason'
      }`,
    );
  }

  #unanswered(check: LocationCheck | undefined): StepError {
    return check?.phase === 'Unavailable'
      ? this.#unavailable(check)
      : new StepError(
          `Velero has not checked location '${this.#name}' within ${
            this.#times.limit / 1_000
          } s. Look whether its server runs in namespace '${this.#namespace}'`,
        );
  }
}
