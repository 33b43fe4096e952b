import { KubernetesObject } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { wait } from '../../lib/wait';
import { LocationCheck } from '../../operations/locationCheck';
import { isPassing } from './isPassing';
import { LocationChecks } from './LocationChecks';
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
    const { limit, again } = this.#times;
    const end = Date.now() + limit;
    const checks = new LocationChecks({
      location: this.#location,
      askAgainAt: Date.now() + again,
    });
    for (;;) {
      const problem = await this.#look(context, checks);
      const verdict = checks.verdict();
      if (verdict?.phase === 'Available') {
        return this.#found(verdict);
      }
      if (verdict) {
        throw this.#unavailable(verdict);
      }
      if (Date.now() > end) {
        throw problem ?? this.#unanswered(checks.last);
      }
      await this.#pause(context);
    }
  }

  async undo(): Promise<UndoResult> {
    return {};
  }

  /**
   * Looks once, and asks for a check where one is needed.
   *
   * @returns why the cluster does not answer, where that may pass
   */
  async #look(
    context: StepContext,
    checks: LocationChecks,
  ): Promise<ClusterError | undefined> {
    try {
      const live = await this.#read(context);
      checks.see(live);
      if (checks.isToBeAsked()) {
        await this.#ask(context, live);
        checks.asked();
      }
      return undefined;
    } catch (error) {
      if (!isPassing(error)) {
        throw error;
      }
      // Velero changes its locations, too: then it has not failed to answer.
      return error.kind === 'changed' ? undefined : error;
    }
  }

  #found({ checkedAt }: LocationCheck): StepResult {
    const { state } = this.#location;
    return {
      state: state === 'unchanged' ? 'unchanged' : 'done',
      message: `Checked at ${checkedAt}`,
    };
  }

  #read({ connection, signal }: StepContext): Promise<KubernetesObject> {
    return connection.get({ ...this.#key(), signal });
  }

  /** Velero checks a location soon that bears no time of a check. */
  async #ask(
    { connection, signal }: StepContext,
    live: KubernetesObject,
  ): Promise<void> {
    await connection.patch({
      ...this.#key(),
      resourceVersion: live.metadata.resourceVersion ?? '',
      patch: { status: { lastValidationTime: null } },
      signal,
    });
  }

  #key() {
    return {
      resource: 'backupstoragelocations' as const,
      namespace: this.#namespace,
      name: this.#name,
    };
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
