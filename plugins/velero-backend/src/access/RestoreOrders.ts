import { veleroRestoreRequestPermission } from 'backstage-plugin-velero-common';
import { readWish } from '../restores/readInput';
import { RestoreOrder } from '../restores/Restores';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespacePermission } from './NamespacePermission';
import { ownNamespaces } from './ownNamespaces';
import { requestedEntity } from './requestedEntity';
import { RequestRate } from './RequestRate';
import { RestoreQuestion } from './RestoreService';

/** Each preview asks the cluster for half a dozen things. */
const PER_MINUTE = 60;

/** Makes orders of what people send: what they wish, who they are, and what is theirs. */
export class RestoreOrders {
  readonly #entities: EntityAccess;
  readonly #permission: NamespacePermission;
  readonly #rate = new RequestRate(PER_MINUTE);

  constructor(options: {
    entities: EntityAccess;
    permission: NamespacePermission;
  }) {
    this.#entities = options.entities;
    this.#permission = options.permission;
  }

  /** @throws TooManyRequestsError for whoever asks a cluster too often */
  count(credentials: UserCredentials): void {
    this.#rate.count(credentials);
  }

  async order(
    question: RestoreQuestion,
    reading: { needsReason: boolean },
  ): Promise<RestoreOrder> {
    const { credentials, entityRef, signal } = question;
    const { userEntityRef: userRef } = credentials.principal;
    this.count(credentials);
    const wish = readWish(question.wish, reading);
    if (wish.wholeBackup !== undefined) {
      await this.#permission.assertAllowedForAll(
        veleroRestoreRequestPermission,
        credentials,
      );
    }
    const reader = await this.#entities.reader(credentials);
    return {
      wish,
      requester: {
        userRef,
        ...reader,
        ...(entityRef && {
          entityRef: await requestedEntity({
            ...question,
            entityRef,
            wish,
            entities: this.#entities,
          }),
        }),
      },
      isOwn: namespace => this.#isOwn(namespace, credentials),
      signal,
    };
  }

  async #isOwn(
    namespace: OwnedNamespace,
    credentials: UserCredentials,
  ): Promise<boolean> {
    const own = await ownNamespaces({
      namespaces: [namespace],
      reader: await this.#entities.reader(credentials),
      credentials,
      entities: this.#entities,
    });
    const allowed = await this.#permission.allowed(
      veleroRestoreRequestPermission,
      own,
      credentials,
    );
    return allowed.length > 0;
  }
}
