import { parseEntityRef } from '@backstage/catalog-model';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { Reader } from './NamespaceOwnership';

/** Leaves the namespaces that are proven to be somebody's: by a mark of theirs, or by one of an entity of theirs. */
export async function ownNamespaces<T extends OwnedNamespace>(options: {
  namespaces: T[];
  reader: Reader;
  credentials: UserCredentials;
  entities: EntityAccess;
}): Promise<T[]> {
  const { namespaces, reader, credentials, entities } = options;
  if (reader.administrator) {
    return namespaces.filter(({ owners }) => owners.length > 0);
  }
  const marks = [...new Set(namespaces.flatMap(({ owners }) => owners))];
  const owned = await entities.ownedOf(
    marks.filter(ref => !['group', 'user'].includes(parseEntityRef(ref).kind)),
    reader,
    credentials,
  );
  const own = [...reader.ownershipRefs, ...owned];
  return namespaces.filter(({ owners }) =>
    owners.some(ref => own.includes(ref)),
  );
}
