import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  Approval,
  approvingOwnersOf,
  judgeApprovals,
  mayApprove,
} from 'backstage-plugin-velero-common';
import {
  RestoreRequestChange,
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { approvalsOf } from './approvalsOf';
import { LaterJudgement, RestoreJudge } from './RestoreJudge';
import { RestoreDecision, RestorePerson } from './Restores';
import { RestoreSteps } from './RestoreSteps';
import { stalenessOf } from './stalenessOf';

/** Takes decisions of people, by how things are when they decide. */
export class RestoreApproval {
  readonly #store: RestoreRequestStore;
  readonly #judge: RestoreJudge;
  readonly #steps: RestoreSteps;

  constructor(options: {
    store: RestoreRequestStore;
    judge: RestoreJudge;
    steps: RestoreSteps;
  }) {
    this.#store = options.store;
    this.#judge = options.judge;
    this.#steps = options.steps;
  }

  /**
   * Counts an approval, and lets the request begin when it was the last that was missing.
   *
   * @returns nothing when the request was changed meanwhile
   * @throws ConflictError when it cannot be approved any more
   * @throws NotAllowedError for whoever may not decide
   */
  async approve(
    request: StoredRestoreRequest,
    decision: RestoreDecision,
  ): Promise<StoredRestoreRequest | undefined> {
    const { person, signal } = decision;
    const given = approvalsOf(await this.#store.eventsOf(request.id));
    if (given.some(({ userRef }) => userRef === person.userRef)) {
      return request;
    }
    assertPending(request);
    assertAnother(request, person);
    const judgement = await this.#judge.judgeAgain(request, signal);
    const owners = approvingOwnersOf(judgement.snapshot);
    assertMayDecide(request, decision, owners);
    await this.#assertFresh(request, judgement);
    const { ownershipRefs, administrator, userRef } = person;
    return this.#store.change(
      request,
      changeAfter(request, judgement, [...given, person]),
      {
        type: 'approved',
        actor: userRef,
        body: {
          ownershipRefs: relevantOf(request, owners, ownershipRefs),
          administrator,
          ...(decision.text && { text: decision.text }),
        },
      },
    );
  }

  async reject(
    request: StoredRestoreRequest,
    decision: RestoreDecision,
  ): Promise<StoredRestoreRequest | undefined> {
    const { person, text } = decision;
    assertPending(request);
    assertAnother(request, person);
    assertMayDecide(request, decision, request.owners);
    return this.#store.change(
      request,
      { state: 'rejected', outcome: { message: text } },
      { type: 'rejected', actor: person.userRef, body: { text } },
    );
  }

  /** Nobody agrees to what would not happen. */
  async #assertFresh(
    request: StoredRestoreRequest,
    judgement: LaterJudgement,
  ): Promise<void> {
    const { verdict } = judgement;
    const reasons = stalenessOf(judgement);
    if (reasons.length === 0 && !verdict.allow) {
      throw new ServiceUnavailableError(
        `It cannot be approved at this moment: ${verdict.reasons.join('; ')}`,
      );
    }
    if (reasons.length > 0) {
      const message = `Nothing was restored: ${reasons.join('; ')}`;
      const remedy = 'Look at how things are, and ask anew';
      await this.#steps.take(request, {
        change: { state: 'stale', outcome: { message, remedy } },
        event: { type: 'stale', body: { reasons } },
      });
      throw new ConflictError(`${message}. ${remedy}`);
    }
  }
}

function changeAfter(
  request: StoredRestoreRequest,
  { verdict, snapshot }: LaterJudgement,
  approvals: Approval[],
): RestoreRequestChange {
  const progress = judgeApprovals({
    rules: verdict.approvals,
    approvals,
    requester: request.requester.userRef,
    owners: approvingOwnersOf(snapshot),
  });
  if (!progress.every(({ isMet }) => isMet)) {
    return {};
  }
  const notBefore = verdict.notBefore ? Date.parse(verdict.notBefore) : 0;
  const { window } = request.binding.policy;
  return {
    state: 'approved',
    notBefore,
    ttl: window + Math.max(0, notBefore - Date.now()),
  };
}

function assertPending({ id, state }: StoredRestoreRequest): void {
  if (state !== 'pending') {
    throw new ConflictError(
      `There is nothing to decide on request '${id}' any more: it is ${state}`,
    );
  }
}

function assertAnother(
  { requester }: StoredRestoreRequest,
  person: RestorePerson,
): void {
  if (person.userRef === requester.userRef) {
    throw new NotAllowedError(
      'Nobody decides on what they have asked for themselves',
    );
  }
}

function assertMayDecide(
  { approvals: rules, requester }: StoredRestoreRequest,
  { person }: RestoreDecision,
  owners: string[],
): void {
  const { userRef } = requester;
  if (!mayApprove({ rules, approver: person, requester: userRef, owners })) {
    throw new NotAllowedError(
      'You are none of those whose decision the policy asks for',
    );
  }
}

/** What else somebody belongs to is nobody's business. */
function relevantOf(
  { approvals }: StoredRestoreRequest,
  owners: string[],
  ownershipRefs: string[],
): string[] {
  const named = [...owners, ...approvals.flatMap(({ from }) => from)];
  return ownershipRefs.filter(ref => named.includes(ref));
}
