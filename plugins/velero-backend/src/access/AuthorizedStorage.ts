import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  BackupKey,
  LocationVerification,
  NAMESPACE_OWNER_ANNOTATION,
  StoragePlacesQuery,
  StoragePlacesResponse,
  veleroStorageReadPermission,
  veleroStorageVerifyPermission,
} from 'backstage-plugin-velero-common';
import { Inventory } from '../inventory/Inventory';
import { LiveLocation, LocationVerifier } from '../operations/LocationVerifier';
import { fullOwnerRef } from '../onboarding/fullOwnerRef';
import { RowKey } from '../store/ObjectQueries';
import { decodeCursor, encodeCursor } from './cursor';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespacePermission } from './NamespacePermission';
import { RequestRate } from './RequestRate';
import { StorageAccess } from './StorageAccess';

const DEFAULT_LIMIT = 25;
/** Each has Velero ask a store. */
const VERIFICATIONS_PER_MINUTE = 30;
const CURSOR_OF = 'storage-places';

/** Shows all storage to administrators; a tenant may have its own locations checked. */
export class AuthorizedStorage implements StorageAccess {
  readonly #inventory: Pick<Inventory, 'storagePlaces'>;
  readonly #verifier: LocationVerifier;
  readonly #entities: EntityAccess;
  readonly #permission: NamespacePermission;
  readonly #rate = new RequestRate(VERIFICATIONS_PER_MINUTE);

  constructor(options: {
    inventory: Pick<Inventory, 'storagePlaces'>;
    verifier: LocationVerifier;
    entities: EntityAccess;
    permission: NamespacePermission;
  }) {
    this.#inventory = options.inventory;
    this.#verifier = options.verifier;
    this.#entities = options.entities;
    this.#permission = options.permission;
  }

  async listPlaces({
    query,
    credentials,
  }: {
    query: StoragePlacesQuery;
    credentials: UserCredentials;
  }): Promise<StoragePlacesResponse> {
    await this.#permission.assertAllowed(
      veleroStorageReadPermission,
      credentials,
    );
    const { administrator } = await this.#entities.reader(credentials);
    if (!administrator) {
      throw new NotAllowedError(
        'Only administrators see where everybody keeps backups: those of velero.administrators',
      );
    }
    const { limit = DEFAULT_LIMIT, cursor } = query;
    const { items, next } = await this.#inventory.storagePlaces({
      limit,
      ...(cursor && { after: decodeCursor(CURSOR_OF, cursor) }),
    });
    return { items, pageInfo: { nextCursor: next && writeCursor(next) } };
  }

  async verify(order: {
    key: BackupKey;
    credentials: UserCredentials;
    signal: AbortSignal;
  }): Promise<LocationVerification> {
    const { key, credentials, signal } = order;
    this.#rate.count(credentials);
    await this.#permission.assertAllowed(
      veleroStorageVerifyPermission,
      credentials,
    );
    const { administrator, ownershipRefs } = await this.#entities.reader(
      credentials,
    );
    const location = await this.#verifier.find(key, signal);
    const mayVerify =
      location && (administrator || ownershipRefs.includes(ownerOf(location)));
    if (!mayVerify) {
      throw notFound(key);
    }
    return this.#verifier.verify(location);
  }
}

function writeCursor({ cluster, namespace, name }: RowKey): string {
  return encodeCursor(CURSOR_OF, { sortTime: 0, cluster, namespace, name });
}

/** In the same words whether there is none or it is somebody else's: strangers learn nothing of which there are. */
function notFound({ cluster, veleroNamespace, name }: BackupKey) {
  return new NotFoundError(
    `No storage location '${name}' that you may have checked found in namespace '${veleroNamespace}' of cluster '${cluster}'`,
  );
}

/** Whom the location was made for; nobody for one that no portal made. */
function ownerOf({ object }: LiveLocation): string {
  const { annotations = {} } = object.metadata;
  return fullOwnerRef(annotations[NAMESPACE_OWNER_ANNOTATION] ?? '');
}
