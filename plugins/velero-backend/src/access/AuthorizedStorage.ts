import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  BackupKey,
  LocationVerification,
  NAMESPACE_OWNER_ANNOTATION,
  StoragePlacesResponse,
  StoragePlaceSummary,
  veleroStorageReadPermission,
  veleroStorageVerifyPermission,
} from 'backstage-plugin-velero-common';
import { LiveLocation, LocationVerifier } from '../operations/LocationVerifier';
import { fullOwnerRef } from '../onboarding/fullOwnerRef';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespacePermission } from './NamespacePermission';
import { StorageAccess } from './StorageAccess';

/** Shows all storage to administrators; a tenant may have its own locations checked. */
export class AuthorizedStorage implements StorageAccess {
  readonly #places: () => Promise<StoragePlaceSummary[]>;
  readonly #verifier: LocationVerifier;
  readonly #entities: EntityAccess;
  readonly #permission: NamespacePermission;

  constructor(options: {
    places: () => Promise<StoragePlaceSummary[]>;
    verifier: LocationVerifier;
    entities: EntityAccess;
    permission: NamespacePermission;
  }) {
    this.#places = options.places;
    this.#verifier = options.verifier;
    this.#entities = options.entities;
    this.#permission = options.permission;
  }

  async listPlaces({
    credentials,
  }: {
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
    return { items: await this.#places() };
  }

  async verify(order: {
    key: BackupKey;
    credentials: UserCredentials;
    signal: AbortSignal;
  }): Promise<LocationVerification> {
    const { key, credentials, signal } = order;
    await this.#permission.assertAllowed(
      veleroStorageVerifyPermission,
      credentials,
    );
    const { administrator, ownershipRefs } = await this.#entities.reader(
      credentials,
    );
    const location = await this.#verifier.find(key, signal);
    if (!administrator && !ownershipRefs.includes(ownerOf(location))) {
      throw new NotFoundError(
        `No storage location '${key.name}' of yours found in cluster '${key.cluster}'`,
      );
    }
    return this.#verifier.verify(location, signal);
  }
}

/** Whom the location was made for; nobody for one that no portal made. */
function ownerOf({ object }: LiveLocation): string {
  const { annotations = {} } = object.metadata;
  return fullOwnerRef(annotations[NAMESPACE_OWNER_ANNOTATION] ?? '');
}
