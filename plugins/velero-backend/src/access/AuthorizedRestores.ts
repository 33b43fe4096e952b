import { NotAllowedError } from '@backstage/errors';
import {
  RestoreOptionsResponse,
  RestorePreview,
  RestoreRequestChecks,
  RestoreRequestDetails,
  RestoreRequestEventsResponse,
  RestoreRequestQuery,
  RestoreRequestsResponse,
  veleroRestoreApprovePermission,
  veleroRestoreAuditPermission,
  veleroRestoreRequestPermission,
} from 'backstage-plugin-velero-common';
import { mayCheck } from '../restores/mayCheck';
import { readGivenPolicies } from '../restores/readInput';
import { RestoreDecision, RestorePerson, Restores } from '../restores/Restores';
import { toPreview } from '../restores/toPreview';
import { toRequestChecks } from '../restores/toRequestChecks';
import {
  toRequestDetails,
  toRequestSummary,
} from '../restores/toRestoreRequest';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespacePermission } from './NamespacePermission';
import { decodePlace, encodePlace } from './requestCursor';
import { RestoreOrders } from './RestoreOrders';
import { RestoreRequestGate } from './RestoreRequestGate';
import {
  RequestDecision,
  RestoreQuestion,
  RestoreService,
} from './RestoreService';

const DEFAULT_LIMIT = 25;

/** Stands before everything about restores: whose the namespaces are, and what the permission policy grants. */
export class AuthorizedRestores implements RestoreService {
  readonly #restores: Restores;
  readonly #orders: RestoreOrders;
  readonly #requests: RestoreRequestGate;
  readonly #entities: EntityAccess;
  readonly #permission: NamespacePermission;

  constructor(options: {
    restores: Restores;
    orders: RestoreOrders;
    requests: RestoreRequestGate;
    entities: EntityAccess;
    permission: NamespacePermission;
  }) {
    this.#restores = options.restores;
    this.#orders = options.orders;
    this.#requests = options.requests;
    this.#entities = options.entities;
    this.#permission = options.permission;
  }

  async preview(question: RestoreQuestion): Promise<RestorePreview> {
    const order = await this.#orders.order(question, { needsReason: false });
    return toPreview(await this.#restores.preview(order));
  }

  async evaluate(
    question: RestoreQuestion & { userRef?: string; policies?: unknown },
  ): Promise<RestorePreview> {
    const { wish, requester, signal } = await this.#orders.order(question, {
      needsReason: false,
    });
    if (!requester.administrator) {
      throw new NotAllowedError(
        'Only administrators try policies: those of velero.administrators',
      );
    }
    const { userRef = requester.userRef } = question;
    const policies = readGivenPolicies(question.policies);
    return toPreview(
      await this.#restores.evaluate({ wish, userRef, policies, signal }),
    );
  }

  async request(
    question: RestoreQuestion & { key: string },
  ): Promise<RestoreRequestDetails> {
    const order = await this.#orders.order(question, { needsReason: true });
    const request = await this.#restores.request({
      ...order,
      key: question.key,
    });
    return this.#details(request, order.requester);
  }

  async options(question: {
    credentials: UserCredentials;
  }): Promise<RestoreOptionsResponse> {
    const { credentials } = question;
    const { administrator } = await this.#entities.reader(credentials);
    const [request, approve] = await this.#permission.grantedForAny(
      [veleroRestoreRequestPermission, veleroRestoreApprovePermission],
      credentials,
    );
    const audit = await this.#permission.isAllowed(
      veleroRestoreAuditPermission,
      credentials,
    );
    return {
      request,
      approve,
      audit: audit && administrator,
      administrator,
      wholeBackup:
        administrator &&
        this.#restores.offersWholeBackup() &&
        (await this.#permission.isAllowedForAll(
          veleroRestoreRequestPermission,
          credentials,
        )),
    };
  }

  async list(question: {
    query: RestoreRequestQuery;
    credentials: UserCredentials;
  }): Promise<RestoreRequestsResponse> {
    const { query, credentials } = question;
    const { view, entityRef, state, limit = DEFAULT_LIMIT, cursor } = query;
    const filter = [view, entityRef, state];
    const found = await this.#requests.list({
      query,
      credentials,
      page: {
        ...(state && { states: [state] }),
        ...(view === 'waiting' && { states: ['pending'] }),
        limit: limit + 1,
        ...(cursor && { after: decodePlace(filter, cursor) }),
      },
    });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(toRequestSummary),
      pageInfo: {
        ...(found.length > limit &&
          last && { nextCursor: encodePlace(filter, last) }),
      },
    };
  }

  async get(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<RestoreRequestDetails> {
    const { request, person } = await this.#requests.open(question);
    return this.#details(request, person);
  }

  async events(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<RestoreRequestEventsResponse> {
    const { events } = await this.get(question);
    return { items: events };
  }

  async checks(question: {
    id: string;
    credentials: UserCredentials;
    signal: AbortSignal;
  }): Promise<RestoreRequestChecks> {
    this.#orders.count(question.credentials);
    const { request, person } = await this.#requests.open(question);
    if (!mayCheck(request, person)) {
      throw new NotAllowedError(
        'Only whoever asked for a restore, those who may decide on it, and administrators look at its checks',
      );
    }
    return toRequestChecks(
      await this.#restores.check(request, question.signal),
    );
  }

  async approve(decision: RequestDecision): Promise<RestoreRequestDetails> {
    // How things are in the cluster is looked at anew.
    this.#orders.count(decision.credentials);
    const { person } = await this.#requests.openToDecide(decision);
    return this.#after(decision, person, ordered =>
      this.#restores.approve(ordered),
    );
  }

  async reject(decision: RequestDecision): Promise<RestoreRequestDetails> {
    const { person } = await this.#requests.openToDecide(decision);
    return this.#after(decision, person, ordered =>
      this.#restores.reject(ordered),
    );
  }

  async cancel(decision: RequestDecision): Promise<RestoreRequestDetails> {
    const { person } = await this.#requests.open(decision);
    return this.#after(decision, person, ordered =>
      this.#restores.cancel(ordered),
    );
  }

  async comment(decision: RequestDecision): Promise<RestoreRequestDetails> {
    this.#orders.count(decision.credentials);
    const { person } = await this.#requests.open(decision);
    return this.#after(decision, person, ordered =>
      this.#restores.comment(ordered),
    );
  }

  async exportEvents(question: {
    after: number;
    limit: number;
    credentials: UserCredentials;
  }) {
    const { credentials, ...page } = question;
    await this.#permission.assertAllowed(
      veleroRestoreAuditPermission,
      credentials,
    );
    const { administrator } = await this.#entities.reader(credentials);
    if (!administrator) {
      throw new NotAllowedError(
        'Only administrators read what happened to all requests: those of velero.administrators',
      );
    }
    return this.#restores.exportEvents(page);
  }

  async #after(
    decision: RequestDecision,
    person: RestorePerson,
    decide: (decision: RestoreDecision) => Promise<StoredRestoreRequest>,
  ): Promise<RestoreRequestDetails> {
    const { id, text, signal } = decision;
    return this.#details(await decide({ id, text, signal, person }), person);
  }

  async #details(
    request: StoredRestoreRequest,
    person: RestorePerson,
  ): Promise<RestoreRequestDetails> {
    return toRequestDetails(await this.#restores.follow(request, person));
  }
}
