import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  BackupKey,
  veleroBackupReadPermission,
} from 'backstage-plugin-velero-common';
import { RunType } from '../artifacts/Artifact';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { ownNamespaces } from './ownNamespaces';

type FindRun<TRun> = (options: {
  key: BackupKey;
  readable: OwnedNamespace[];
}) => Promise<TRun | undefined>;

/** Stands before every question about a single backup or restore: proof of ownership first, then the permission policy. */
export class RunGate<TRun> {
  readonly #type: RunType;
  readonly #clustersOf: (key: BackupKey) => Promise<string[]>;
  readonly #find: FindRun<TRun>;
  readonly #entities: EntityAccess;
  readonly #ownership: NamespaceOwnership;
  readonly #permission: NamespacePermission;

  constructor(options: {
    type: RunType;
    /** Names the clusters whose namespaces decide whose it is. */
    clustersOf(key: BackupKey): Promise<string[]>;
    find: FindRun<TRun>;
    entities: EntityAccess;
    ownership: NamespaceOwnership;
    permission: NamespacePermission;
  }) {
    this.#type = options.type;
    this.#clustersOf = options.clustersOf;
    this.#find = options.find;
    this.#entities = options.entities;
    this.#ownership = options.ownership;
    this.#permission = options.permission;
  }

  /**
   * Opens it to the reader, as it looks to one of the namespaces that the permissions are granted for.
   *
   * @param options - `permission` is asked besides that to read backups
   * @throws NotFoundError when there is none, or it is none of the reader's
   * @throws NotAllowedError when the policy grants the further permission for none of its namespaces
   */
  async open(options: {
    key: BackupKey;
    credentials: UserCredentials;
    permission?: ResourcePermission;
  }): Promise<TRun> {
    const { key, credentials, permission } = options;
    const readable = await this.#permission.allowed(
      veleroBackupReadPermission,
      await this.#readableIn(await this.#clustersOf(key), credentials),
      credentials,
    );
    const run = await this.#find({ key, readable });
    if (!run) {
      // The same answer for what does not exist and for what is somebody else's: nobody learns names by guessing.
      throw new NotFoundError(
        `No ${this.#type} '${key.name}' of yours found in namespace '${
          key.veleroNamespace
        }' of cluster '${key.cluster}'`,
      );
    }
    return permission
      ? this.#narrow({ key, credentials, permission, readable })
      : run;
  }

  /** A namespace without the further permission is as one of others: what is left is shared. */
  async #narrow(options: {
    key: BackupKey;
    credentials: UserCredentials;
    permission: ResourcePermission;
    readable: OwnedNamespace[];
  }): Promise<TRun> {
    const { key, credentials, permission, readable } = options;
    const run = await this.#find({
      key,
      readable: await this.#permission.allowed(
        permission,
        readable,
        credentials,
      ),
    });
    if (!run) {
      throw new NotAllowedError(
        `You lack the permission ${
          permission.name
        } for the namespaces of this ${this.#type}`,
      );
    }
    return run;
  }

  async #readableIn(
    clusters: string[],
    credentials: UserCredentials,
  ): Promise<OwnedNamespace[]> {
    const reader = await this.#entities.reader(credentials);
    const found = await Promise.all(
      clusters.map(cluster => this.#ownership.namespacesIn(cluster)),
    );
    return ownNamespaces({
      namespaces: found.flat(),
      reader,
      credentials,
      entities: this.#entities,
    });
  }
}
