import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  RestoreRequestQuery,
  veleroRestoreApprovePermission,
  veleroRestoreRequestPermission,
} from 'backstage-plugin-velero-common';
import { RestorePerson, Restores } from '../restores/Restores';
import {
  RestoreRequestQuestion,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { EntityAccess } from './EntityAccess';
import { EntityGate } from './EntityGate';
import { UserCredentials } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { ownNamespaces } from './ownNamespaces';

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
  readonly #ownership: NamespaceOwnership;
  readonly #permission: NamespacePermission;

  constructor(options: {
    restores: Restores;
    gate: EntityGate;
    entities: EntityAccess;
    ownership: NamespaceOwnership;
    permission: NamespacePermission;
  }) {
    this.#restores = options.restores;
    this.#gate = options.gate;
    this.#entities = options.entities;
    this.#ownership = options.ownership;
    this.#permission = options.permission;
  }

  /** @throws NotAllowedError for whoever may neither ask for restores nor decide on them: nothing is told of any */
  async person(credentials: UserCredentials): Promise<RestorePerson> {
    await this.#permission.assertAnyAllowed(
      [veleroRestoreRequestPermission, veleroRestoreApprovePermission],
      credentials,
    );
    const { userEntityRef: userRef } = credentials.principal;
    return { userRef, ...(await this.#entities.reader(credentials)) };
  }

  /** Narrows a list to what concerns whoever asks for it. */
  async concerning(
    { view = 'mine', entityRef }: RestoreRequestQuery,
    credentials: UserCredentials,
  ): Promise<RestoreRequestQuestion['by']> {
    if (entityRef) {
      const { readable } = await this.#gate.open({ entityRef, credentials });
      return readable.map(({ cluster, namespace }) => ({
        cluster,
        namespaces: [namespace],
      }));
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

  /** @throws NotFoundError also for a request that is none of the reader's business */
  async open({ id, credentials }: OpenQuestion): Promise<OpenRequest> {
    const person = await this.person(credentials);
    const request = await this.#restores.find(id);
    if (!request || !(await this.#isConcerned(request, person, credentials))) {
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
    const targets = wish.namespaces.map(({ target }) => ({
      cluster,
      namespace: target,
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

  /** Whoever asked, may decide, or owns what is restored to. */
  async #isConcerned(
    { requester, owners, approvals, wish }: StoredRestoreRequest,
    person: RestorePerson,
    credentials: UserCredentials,
  ): Promise<boolean> {
    const deciding = approvals.flatMap(({ from }) => from);
    const refs = refsOf(person);
    if (
      person.administrator ||
      requester.userRef === person.userRef ||
      [...owners, ...deciding].some(ref => refs.includes(ref))
    ) {
      return true;
    }
    const { cluster } = wish.backup;
    const targets = wish.namespaces.map(({ target }) => target);
    const namespaces = (await this.#ownership.namespacesIn(cluster)).filter(
      ({ namespace }) => targets.includes(namespace),
    );
    const own = await ownNamespaces({
      namespaces,
      reader: person,
      credentials,
      entities: this.#entities,
    });
    return own.length > 0;
  }
}

function refsOf({ ownershipRefs, administrator }: RestorePerson): string[] {
  return [...ownershipRefs, ...(administrator ? ['platform'] : [])];
}
