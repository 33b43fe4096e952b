import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { RestoreWish } from 'backstage-plugin-velero-common';
import { EntityAccess } from './EntityAccess';
import { ReaderCredentials } from './InventoryService';

/**
 * The entity for which somebody asks, as the catalog calls it: everybody who reads the request is led there.
 *
 * @throws InputError when it is no reference, or claims nothing of what is wished; NotFoundError when the reader sees none
 */
export async function requestedEntity(options: {
  entityRef: string;
  wish: RestoreWish;
  credentials: ReaderCredentials;
  entities: EntityAccess;
}): Promise<string> {
  const { entityRef, wish, credentials, entities } = options;
  const ref = stringifyEntityRef(readRef(entityRef));
  const { claims } = await entities.claims(ref, credentials);
  const claimed = claims.map(({ namespace }) => namespace);
  const isWished =
    wish.wholeBackup !== undefined ||
    wish.namespaces.some(({ source }) => claimed.includes(source));
  if (!isWished) {
    throw new InputError(
      `Entity '${ref}' claims none of the namespaces that are asked for. Ask for those that it claims, or leave the entity out`,
    );
  }
  return ref;
}

function readRef(entityRef: string) {
  try {
    return parseEntityRef(entityRef);
  } catch {
    throw new InputError(
      `'${entityRef}' is no entity reference. Write it as 'component:default/payments'`,
    );
  }
}
