import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  RestoreRequestQuery,
  veleroRestoreApprovePermission,
  veleroRestoreRequestPermission,
} from 'backstage-plugin-velero-common';
import { readVisible } from '../restores/readVisible';
import { RestorePerson, Restores } from '../restores/Restores';
import {
  RestoreRequestQuestion,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { EntityAccess } from './EntityAccess';
import { EntityGate } from './EntityGate';
import { UserCredentials } from './InventoryService';
import { NamespacePermission } from './NamespacePermission';
import { refsOf, VisibleRequests } from './VisibleRequests';

/** Whoever has none of them opens no request. */
const OPENING = [
  veleroRestoreRequestPermission,
  veleroRestoreApprovePermission,
];

interface OpenQuestion {
  id: string;
  credentials: UserCredentials;
}

interface OpenRequest {
  request: StoredRestoreRequest;
  person: RestorePerson;
}

/** Tells which requests for restores are somebody's business. */
export class RestoreRequestGate {
  readonly #restores: Restores;
  readonly #gate: EntityGate;
  readonly #entities: EntityAccess;
  readonly #visible: VisibleRequests;
  readonly #permission: NamespacePermission;

  constructor(options: {
    restores: Restores;
    gate: EntityGate;
    entities: EntityAccess;
    visible: VisibleRequests;
    permission: NamespacePermission;
  }) {
    this.#restores = options.restores;
    this.#gate = options.gate;
    this.#entities = options.entities;
    this.#visible = options.visible;
    this.#permission = options.permission;
  }

  /** @throws NotAllowedError for whoever may neither ask for restores nor decide on them: nothing is told of any */
  async person(credentials: UserCredentials): Promise<RestorePerson> {
    await this.#permission.assertAnyAllowed(OPENING, credentials);
    return this.#personOf(credentials);
  }

  /** Lists what concerns whoever asks for it, as far as they may open it. */
  async list(options: {
    query: RestoreRequestQuery;
    page: Omit<RestoreRequestQuestion, 'by'>;
    credentials: UserCredentials;
  }): Promise<StoredRestoreRequest[]> {
    const { query, page, credentials } = options;
    const by = await this.#concerning(query, credentials);
    const person = await this.#personOf(credentials);
    return readVisible({
      ...page,
      read: part => this.#restores.list({ ...page, ...part, by }),
      visible: found => this.#visible.of(found, person, credentials),
    });
  }

  /** @throws NotFoundError also for a request that is none of the reader's business */
  async open({ id, credentials }: OpenQuestion): Promise<OpenRequest> {
    const person = await this.person(credentials);
    const found = await this.#restores.find(id);
    const [request] = await this.#visible.of(
      found ? [found] : [],
      person,
      credentials,
    );
    if (!request) {
      throw new NotFoundError(`No request '${id}' of yours found`);
    }
    return { request, person };
  }

  async openToDecide(question: OpenQuestion): Promise<OpenRequest> {
    const opened = await this.open(question);
    const { wish, owners } = opened.request;
    if (wish.wholeBackup !== undefined) {
      await this.#permission.assertAllowedForAll(
        veleroRestoreApprovePermission,
        question.credentials,
      );
      return opened;
    }
    const { cluster } = wish.backup;
    // Nobody chooses the name of a scratch namespace, so no permission can be about it.
    const targets = wish.namespaces.map(({ source, target }) => ({
      cluster,
      namespace: wish.drill ? source : target,
      owners,
    }));
    const allowed = await this.#permission.allowed(
      veleroRestoreApprovePermission,
      targets,
      question.credentials,
    );
    if (allowed.length < targets.length) {
      throw new NotAllowedError(
        `You lack the permission ${veleroRestoreApprovePermission.name} for these namespaces`,
      );
    }
    return opened;
  }

  async #concerning(
    { view = 'mine', entityRef }: RestoreRequestQuery,
    credentials: UserCredentials,
  ): Promise<RestoreRequestQuestion['by']> {
    if (entityRef) {
      return this.#ofEntity(entityRef, credentials);
    }
    const person = await this.person(credentials);
    if (view === 'mine') {
      return [{ userRef: person.userRef }];
    }
    if (view === 'waiting') {
      return [{ approvers: refsOf(person), butNot: person.userRef }];
    }
    if (!person.administrator) {
      throw new NotAllowedError(
        'Only administrators see all requests: those of velero.administrators',
      );
    }
    return ['all'];
  }

  /** Whoever may open no request has none of the entity's either, and may look at its backups all the same. */
  async #ofEntity(
    entityRef: string,
    credentials: UserCredentials,
  ): Promise<RestoreRequestQuestion['by']> {
    const { readable } = await this.#gate.open({ entityRef, credentials });
    const granted = await this.#permission.grantedForAny(OPENING, credentials);
    return granted.includes(true)
      ? readable.map(({ cluster, namespace }) => ({
          cluster,
          namespaces: [namespace],
        }))
      : [];
  }

  async #personOf(credentials: UserCredentials): Promise<RestorePerson> {
    const { userEntityRef: userRef } = credentials.principal;
    return { userRef, ...(await this.#entities.reader(credentials)) };
  }
}
