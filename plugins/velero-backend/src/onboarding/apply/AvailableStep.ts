import { KubernetesObject } from '../../clusters/ClusterConnection';
import { wait } from '../../lib/wait';
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
  /** How long a refusal has to stand until Velero is asked again: it may not have heard of the Secret yet. */
  again: number;
}

export const DEFAULT_AVAILABLE_TIMES: AvailableTimes = {
  limit: 90_000,
  poll: 1_000,
  again: 5_000,
};

interface Check {
  phase?: string;
  message?: string;
  checkedAt?: string;
}

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
    const { limit, poll, again } = this.#times;
    const end = Date.now() + limit;
    let refusedSince: number | undefined;
    let refusals = 0;
    for (;;) {
      const live = await this.#read(context);
      const check = this.#checkOf(live);
      if (check?.phase === 'Available') {
        return {
          state: this.#location.state === 'unchanged' ? 'unchanged' : 'done',
          message: `Checked at ${check.checkedAt}`,
        };
      }
      if (check?.phase === 'Unavailable') {
        refusedSince ??= Date.now();
        if (Date.now() - refusedSince >= again) {
          refusals++;
          if (refusals > 1) {
            throw this.#unavailable(check);
          }
          await this.#askAgain(context, live);
          refusedSince = undefined;
        }
      }
      if (Date.now() > end) {
        throw this.#unanswered(check);
      }
      await this.#pause(context, poll);
    }
  }

  async undo(): Promise<UndoResult> {
    return {};
  }

  /** What Velero said of the location as it is now; nothing where it spoke of the one before. */
  #checkOf({ status }: KubernetesObject): Check | undefined {
    const { phase, message, lastValidationTime } = (status ?? {}) as Record<
      string,
      string | undefined
    >;
    const isNew = lastValidationTime !== this.#location.checkedBefore;
    const isOfNow = this.#location.state === 'unchanged' || isNew;
    return phase && lastValidationTime && isOfNow
      ? { phase, message, checkedAt: lastValidationTime }
      : undefined;
  }

  #read({ connection, signal }: StepContext): Promise<KubernetesObject> {
    return connection.get({
      resource: 'backupstoragelocations',
      namespace: this.#namespace,
      name: this.#name,
      signal,
    });
  }

  /** Velero checks a location at once that it has not checked yet. */
  async #askAgain({ connection, signal }: StepContext, live: KubernetesObject) {
    await connection.patch({
      resource: 'backupstoragelocations',
      namespace: this.#namespace,
      name: this.#name,
      resourceVersion: live.metadata.resourceVersion ?? '',
      patch: { status: { lastValidationTime: null } },
      signal,
    });
  }

  async #pause({ isCancelled, signal }: StepContext, milliseconds: number) {
    await wait(milliseconds, signal);
    signal.throwIfAborted();
    if (isCancelled()) {
      throw new CancelledError();
    }
  }

  #unavailable({ message }: Check): StepError {
    return new StepError(
      `Velero cannot use location '${this.#name}': ${
        message ?? 'it gives no reason'
      }`,
    );
  }

  #unanswered(check: Check | undefined): StepError {
    return check?.phase === 'Unavailable'
      ? this.#unavailable(check)
      : new StepError(
          `Velero has not checked location '${this.#name}' within ${
            this.#times.limit / 1_000
          } s. Look whether its server runs in namespace '${this.#namespace}'`,
        );
  }
}
