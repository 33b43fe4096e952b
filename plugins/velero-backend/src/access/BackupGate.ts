import { parseEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  BackupDetails,
  BackupKey,
  veleroBackupReadPermission,
} from 'backstage-plugin-velero-common';
import { Inventory } from '../inventory/Inventory';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';

/** Stands before every question about a single backup: proof of ownership first, then the permission policy. */
export class BackupGate {
  readonly #inventory: Pick<Inventory, 'backup'>;
  readonly #entities: EntityAccess;
  readonly #ownership: NamespaceOwnership;
  readonly #permission: NamespacePermission;

  constructor(options: {
    inventory: Pick<Inventory, 'backup'>;
    entities: EntityAccess;
    ownership: NamespaceOwnership;
    permission: NamespacePermission;
  }) {
    this.#inventory = options.inventory;
    this.#entities = options.entities;
    this.#ownership = options.ownership;
    this.#permission = options.permission;
  }

  /**
   * Opens the backup to the reader, as it looks to one of the namespaces that the permissions are granted for.
   *
   * @param options - `permission` is asked besides that to read backups
   * @throws NotFoundError when there is none, or it is none of the reader's
   * @throws NotAllowedError when the policy grants the further permission for none of its namespaces
   */
  async open(options: {
    key: BackupKey;
    credentials: UserCredentials;
    permission?: ResourcePermission;
  }): Promise<BackupDetails> {
    const { key, credentials, permission } = options;
    const readable = await this.#permission.allowed(
      veleroBackupReadPermission,
      await this.#readableIn(key.cluster, credentials),
      credentials,
    );
    const backup = await this.#inventory.backup({ key, readable });
    if (!backup) {
      // The same answer for what does not exist and for what is somebody else's: nobody learns names by guessing.
      throw new NotFoundError(
        `No backup '${key.name}' of yours found in namespace '${key.veleroNamespace}' of cluster '${key.cluster}'`,
      );
    }
    return permission
      ? this.#narrow({ key, credentials, permission, readable })
      : backup;
  }

  /** A namespace without the further permission is as one of others: what is left is a shared backup. */
  async #narrow(options: {
    key: BackupKey;
    credentials: UserCredentials;
    permission: ResourcePermission;
    readable: OwnedNamespace[];
  }): Promise<BackupDetails> {
    const { key, credentials, permission, readable } = options;
    const backup = await this.#inventory.backup({
      key,
      readable: await this.#permission.allowed(
        permission,
        readable,
        credentials,
      ),
    });
    if (!backup) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name} for the namespaces of this backup`,
      );
    }
    return backup;
  }

  async #readableIn(
    cluster: string,
    credentials: UserCredentials,
  ): Promise<OwnedNamespace[]> {
    const reader = await this.#entities.reader(credentials);
    const all = await this.#ownership.namespacesIn(cluster);
    if (reader.administrator) {
      return all.filter(({ owners }) => owners.length > 0);
    }
    const marks = [...new Set(all.flatMap(({ owners }) => owners))];
    const entities = await this.#entities.ownedOf(
      marks.filter(
        ref => !['group', 'user'].includes(parseEntityRef(ref).kind),
      ),
      reader,
      credentials,
    );
    const own = [...reader.ownershipRefs, ...entities];
    return all.filter(({ owners }) => owners.some(ref => own.includes(ref)));
  }
}
