import { ServiceUnavailableError } from '@backstage/errors';
import {
  approvingOwnersOf,
  busyPhrase,
  judgeApprovals,
} from 'backstage-plugin-velero-common';
import {
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { approvalsOf } from './approvalsOf';
import { CurrentOwnership } from './CurrentOwnership';
import { hashOfBinding } from './restoreObject';
import { LaterJudgement, RestoreJudge } from './RestoreJudge';
import { RestoreStep, RestoreSteps } from './RestoreSteps';
import { RestoreSubmission } from './RestoreSubmission';
import { pauseFor, RestoreTimes } from './RestoreTimes';
import { stalenessOf } from './stalenessOf';

/** Starts requests that may start, when all is still as it was when it was agreed to; ends those whose time is over. */
export class RestoreStart {
  readonly #store: RestoreRequestStore;
  readonly #steps: RestoreSteps;
  readonly #judge: RestoreJudge;
  readonly #ownership: CurrentOwnership;
  readonly #submission: RestoreSubmission;
  readonly #times: RestoreTimes;

  constructor(options: {
    store: RestoreRequestStore;
    steps: RestoreSteps;
    judge: RestoreJudge;
    ownership: CurrentOwnership;
    submission: RestoreSubmission;
    times: RestoreTimes;
  }) {
    this.#store = options.store;
    this.#steps = options.steps;
    this.#judge = options.judge;
    this.#ownership = options.ownership;
    this.#submission = options.submission;
    this.#times = options.times;
  }

  /** Does what is to be done next about a request that this replica has taken. */
  async work(request: StoredRestoreRequest, isDue: boolean): Promise<void> {
    if (request.state === 'submitting') {
      await this.#submission.goOn(request, isDue, () =>
        this.#obstacle(request),
      );
      return;
    }
    // Nobody has agreed to what is pending: all that can be done about it is to end it.
    const step =
      isDue || request.state !== 'approved'
        ? expiry(request)
        : await this.#decide(request);
    const changed = await this.#steps.take(request, step);
    if (changed?.state === 'submitting') {
      await this.#submission.begin(changed, () => this.#obstacle(changed));
    }
  }

  async #decide(request: StoredRestoreRequest): Promise<RestoreStep> {
    const obstacle = await this.#obstacle(request);
    if (obstacle) {
      return obstacle;
    }
    return {
      // Known to all replicas before anybody asks Velero: whoever goes on from here looks first.
      change: {
        state: 'submitting',
        ttl: this.#times.submit,
        heldFor: this.#times.ttl,
        outcome: {},
      },
      event: {
        type: 'submitting',
        body: {
          restore: request.restore,
          agreedTo: hashOfBinding(request.binding),
        },
      },
    };
  }

  /** What keeps a request from being carried out now, or for ever. */
  async #obstacle(
    request: StoredRestoreRequest,
  ): Promise<RestoreStep | undefined> {
    const signal = AbortSignal.timeout(this.#times.judge);
    try {
      const judgement = await this.#judge.judgeAgain(request, signal);
      return (
        staleness(judgement) ??
        (await this.#consentProblem(request, judgement)) ??
        this.#hindrance(request, judgement)
      );
    } catch (error) {
      if (error instanceof ServiceUnavailableError || signal.aborted) {
        return this.#later(
          request,
          signal.aborted
            ? 'The cluster or its store takes too long to answer'
            : (error as Error).message,
        );
      }
      throw error;
    }
  }

  /** Whoever agreed must be somebody who may agree, still. */
  async #consentProblem(
    request: StoredRestoreRequest,
    { verdict, snapshot }: LaterJudgement,
  ): Promise<RestoreStep | undefined> {
    const given = approvalsOf(await this.#store.eventsOf(request.id));
    const approvals = await Promise.all(
      given.map(approval => this.#ownership.of(approval)),
    );
    const progress = judgeApprovals({
      rules: verdict.approvals,
      approvals,
      requester: request.requester.userRef,
      owners: approvingOwnersOf(snapshot),
    });
    return progress.every(({ isMet }) => isMet)
      ? undefined
      : stale(['whoever agreed may not do so any more']);
  }

  #hindrance(
    request: StoredRestoreRequest,
    { verdict, snapshot }: LaterJudgement,
  ): RestoreStep | undefined {
    if (!verdict.allow) {
      return this.#later(request, verdict.reasons.join('; '));
    }
    const { notBefore, policy } = verdict;
    if (notBefore) {
      return this.#later(request, `It starts after ${notBefore}`);
    }
    const { runningInCluster, busyTargets } = snapshot.usage;
    // Those that have begun would wait for each other.
    if (request.state !== 'approved') {
      return undefined;
    }
    const [busy] = busyTargets;
    if (busy) {
      return this.#later(request, busyPhrase(busy));
    }
    return runningInCluster >= policy!.limits.runningPerCluster
      ? this.#later(request, `It waits for ${runningInCluster} other restores`)
      : undefined;
  }

  #later(request: StoredRestoreRequest, message: string): RestoreStep {
    const heldFor = pauseFor(request, this.#times);
    return { change: { heldFor, outcome: { message } } };
  }
}

/** What was agreed to is not what would happen now. */
function staleness(judgement: LaterJudgement): RestoreStep | undefined {
  const reasons = stalenessOf(judgement);
  return reasons.length > 0 ? stale(reasons) : undefined;
}

function stale(reasons: string[]): RestoreStep {
  const message = `Nothing was restored: ${reasons.join('; ')}`;
  return {
    change: {
      state: 'stale',
      outcome: { message, remedy: 'Look at how things are, and ask anew' },
    },
    event: { type: 'stale', body: { reasons } },
  };
}

function expiry({ state, outcome }: StoredRestoreRequest): RestoreStep {
  const message =
    state === 'pending'
      ? 'Nothing was restored: nobody decided in time'
      : `Nothing was restored: it could not start in time${
          outcome?.message ? `. ${outcome.message}` : ''
        }`;
  return {
    change: {
      state: 'expired',
      outcome: { message, remedy: 'Ask anew' },
    },
    event: { type: 'expired' },
  };
}
