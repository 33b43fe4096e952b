import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  canonicalJson,
  ClusterFreshness,
  hasEnded,
  judgeApprovals,
  mayApprove,
} from 'backstage-plugin-velero-common';
import { Inventory } from '../inventory/Inventory';
import {
  RestoreRequestQuestion,
  RestoreRequestStore,
  StoredRestoreEvent,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { approvalsOf } from './approvalsOf';
import { CurrentOwnership } from './CurrentOwnership';
import { namedDrill } from './drills/namedDrill';
import { mayCancel } from './mayCancel';
import { mayCheck } from './mayCheck';
import { newRequestOf } from './newRequestOf';
import { RestoreApproval } from './RestoreApproval';
import { RestoreJudge } from './RestoreJudge';
import { RestorePreviews } from './RestorePreviews';
import { keyUsed, limitReached, notFound, tooLate } from './requestErrors';
import { RestoreRefusedError } from './RestoreRefusedError';
import {
  FollowedRequest,
  RequestOutlook,
  RestoreDecision,
  RestoreHypothesis,
  RestoreOrder,
  RestoreOutlook,
  RestorePerson,
  Restores,
} from './Restores';
import { RestoreSteps } from './RestoreSteps';

/** How often somebody's decision is tried again when somebody else has changed the request meanwhile. */
const ATTEMPTS = 5;

/** Everybody who opens a request reads them all. */
const COMMENTS = 100;

/** Stands in for the key of a request that is not made: what a drill is called depends on it. */
const PREVIEW = 'preview';

/** States in which nobody has asked Velero yet. */
const NOT_ASKED = ['pending', 'approved'];

export class DefaultRestores implements Restores {
  readonly #store: RestoreRequestStore;
  readonly #judge: RestoreJudge;
  readonly #ownership: CurrentOwnership;
  readonly #approval: RestoreApproval;
  readonly #previews: RestorePreviews;
  readonly #inventory: Pick<Inventory, 'freshness'>;

  constructor(options: {
    store: RestoreRequestStore;
    judge: RestoreJudge;
    ownership: CurrentOwnership;
    steps: RestoreSteps;
    previews: RestorePreviews;
    inventory: Pick<Inventory, 'freshness'>;
  }) {
    this.#store = options.store;
    this.#previews = options.previews;
    this.#inventory = options.inventory;
    this.#ownership = options.ownership;
    this.#judge = options.judge;
    this.#approval = new RestoreApproval(options);
  }

  async preview(order: RestoreOrder): Promise<RestoreOutlook> {
    const { userRef } = order.requester;
    const wish = namedDrill(order.wish, { userRef, key: PREVIEW });
    return this.#previews.of({ ...order, wish });
  }

  async evaluate(hypothesis: RestoreHypothesis): Promise<RestoreOutlook> {
    const { userRef, policies, signal } = hypothesis;
    const wish = namedDrill(hypothesis.wish, { userRef, key: PREVIEW });
    const requester = await this.#ownership.now(userRef);
    const { isOwn } = requester;
    return this.#previews.of({ wish, requester, isOwn, signal }, policies);
  }

  async request(
    asked: RestoreOrder & { key: string },
  ): Promise<StoredRestoreRequest> {
    const { requester, key } = asked;
    const { userRef } = requester;
    const order = { ...asked, wish: namedDrill(asked.wish, { userRef, key }) };
    const { wish } = order;
    const known = await this.#store.findByKey(userRef, key);
    if (known) {
      return theSame(known, order);
    }
    const judgement = await this.#judge.judge(order);
    if (!judgement.binding) {
      throw new RestoreRefusedError(judgement.verdict.checks);
    }
    const created = await this.#store.create(newRequestOf(order, judgement));
    if (created.limit) {
      throw limitReached(created.limit);
    }
    return created.isNew ? created.request : theSame(created.request, { wish });
  }

  find(id: string): Promise<StoredRestoreRequest | undefined> {
    return this.#store.find(id);
  }

  findByKey(
    userRef: string,
    key: string,
  ): Promise<StoredRestoreRequest | undefined> {
    return this.#store.findByKey(userRef, key);
  }

  list(question: RestoreRequestQuestion): Promise<StoredRestoreRequest[]> {
    return this.#store.list(question);
  }

  offersWholeBackup(): boolean {
    return this.#judge.offersWholeBackup();
  }

  async check(
    request: StoredRestoreRequest,
    signal: AbortSignal,
  ): Promise<RequestOutlook> {
    const { id, state } = request;
    if (!NOT_ASKED.includes(state)) {
      throw new ConflictError(
        `There is nothing to check about request '${id}' any more: it is ${state}`,
      );
    }
    return this.#previews.again(request, signal);
  }

  async follow(
    request: StoredRestoreRequest,
    person: RestorePerson,
  ): Promise<FollowedRequest> {
    const events = await this.#store.eventsOf(request.id);
    const given = approvalsOf(events);
    const { userRef: requester } = request.requester;
    const { approvals: rules, owners, state } = request;
    const isOpen = NOT_ASKED.includes(state);
    const cluster = await this.#freshness(request);
    return {
      request,
      events,
      ...(cluster && { cluster }),
      approvals: judgeApprovals({ rules, approvals: given, requester, owners }),
      mayApprove:
        state === 'pending' &&
        given.every(({ userRef }) => userRef !== person.userRef) &&
        mayApprove({ rules, approver: person, requester, owners }),
      mayCancel: (isOpen || state === 'unknown') && mayCancel(request, person),
      mayCheck: isOpen && mayCheck(request, person),
    };
  }

  /** What has ended does not change with its cluster. */
  async #freshness({
    state,
    binding,
  }: StoredRestoreRequest): Promise<ClusterFreshness | undefined> {
    if (hasEnded(state)) {
      return undefined;
    }
    const [cluster] = await this.#inventory.freshness([binding.cluster.name]);
    return cluster;
  }

  approve(decision: RestoreDecision): Promise<StoredRestoreRequest> {
    return this.#decide(decision, request =>
      this.#approval.approve(request, decision),
    );
  }

  reject(decision: RestoreDecision): Promise<StoredRestoreRequest> {
    return this.#decide(decision, request =>
      this.#approval.reject(request, decision),
    );
  }

  cancel(decision: RestoreDecision): Promise<StoredRestoreRequest> {
    const { person, text } = decision;
    return this.#decide(decision, async request => {
      if (!mayCancel(request, person)) {
        throw new NotAllowedError(
          'Only whoever asked for a restore, and administrators, may cancel it; one that nobody can tell the end of, owners of its namespaces, too',
        );
      }
      if (request.state === 'unknown') {
        return this.#close(request, decision);
      }
      if (!NOT_ASKED.includes(request.state)) {
        throw tooLate(request);
      }
      return this.#store.change(
        request,
        { state: 'cancelled', ...(text && { outcome: { message: text } }) },
        { type: 'cancelled', actor: person.userRef, body: bodyOf(text) },
      );
    });
  }

  /** Ends what nobody can tell the end of, once a person has looked: until then nothing else is restored over it. */
  #close(
    request: StoredRestoreRequest,
    { person, text }: RestoreDecision,
  ): Promise<StoredRestoreRequest | undefined> {
    const { outcome } = request;
    const message = `${
      outcome?.message ?? 'Nobody can tell what came of it'
    }. It was closed by hand: what happens to it from then on is not followed`;
    return this.#store.change(
      request,
      { state: 'failed', outcome: { ...outcome, message } },
      {
        type: 'ended',
        actor: person.userRef,
        body: { state: 'failed', ...bodyOf(text) },
      },
    );
  }

  async comment(decision: RestoreDecision): Promise<StoredRestoreRequest> {
    const { id, person, text } = decision;
    const request = await this.#store.find(id);
    if (!request) {
      throw notFound(id);
    }
    const events = await this.#store.eventsOf(id);
    if (events.filter(({ type }) => type === 'commented').length >= COMMENTS) {
      throw new ConflictError(
        `Request '${id}' has ${COMMENTS} comments, and takes no more. Go on where your team talks`,
      );
    }
    await this.#store.note(id, {
      type: 'commented',
      actor: person.userRef,
      body: bodyOf(text),
    });
    return request;
  }

  exportEvents(options: {
    after: number;
    limit: number;
  }): Promise<StoredRestoreEvent[]> {
    return this.#store.exportEvents(options);
  }

  /** Tries again when the request was changed between reading and writing. */
  async #decide(
    { id }: RestoreDecision,
    change: (
      request: StoredRestoreRequest,
    ) => Promise<StoredRestoreRequest | undefined>,
  ): Promise<StoredRestoreRequest> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const request = await this.#store.find(id);
      if (!request) {
        throw notFound(id);
      }
      const changed = await change(request);
      if (changed) {
        return changed;
      }
    }
    throw new ConflictError(
      `Request '${id}' is being changed by others at this moment. Try again`,
    );
  }
}

/** @throws ConflictError when what was kept under the key is something else */
function theSame(
  known: StoredRestoreRequest,
  { wish }: Pick<RestoreOrder, 'wish'>,
): StoredRestoreRequest {
  if (canonicalJson(known.wish) !== canonicalJson(wish)) {
    throw keyUsed(known);
  }
  return known;
}

function bodyOf(text: string | undefined): Record<string, unknown> {
  return text ? { text } : {};
}
