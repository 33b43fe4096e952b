import { Knex } from 'knex';
import { ObjectName } from './CollectedStore';
import { RestoreMappingRow } from './tables';

/** Rows per INSERT; SQLite takes no more than 500. */
const CHUNK = 200;

/** Kubernetes has no namespaces with longer names. */
const MAXIMUM_NAME = 63;

/** As many as the column takes; what is cut is no name of a namespace before or after. */
const MAXIMUM_TARGET = 255;

/** Replaces the mappings of some restores of a cluster. */
export async function saveMappings(
  transaction: Knex.Transaction,
  cluster: string,
  restores: Array<ObjectName & { mapping?: Record<string, string> }>,
): Promise<void> {
  await removeMappings(transaction, cluster, restores);
  const rows = restores.flatMap(({ namespace, name, mapping = {} }) =>
    Object.entries(mapping)
      .filter(([source]) => isStorable(source))
      .map(
        ([source, target]): RestoreMappingRow => ({
          cluster,
          namespace,
          restore: name,
          source,
          target: target
            .replaceAll('\u0000', '\uFFFD')
            .slice(0, MAXIMUM_TARGET),
        }),
      ),
  );
  for (let start = 0; start < rows.length; start += CHUNK) {
    await transaction('velero_restore_mapping').insert(
      rows.slice(start, start + CHUNK),
    );
  }
}

/** Removes the mappings of some restores of a cluster. */
export async function removeMappings(
  transaction: Knex.Transaction,
  cluster: string,
  restores: ObjectName[],
): Promise<void> {
  await transaction('velero_restore_mapping')
    .where({ cluster })
    .whereIn(
      ['namespace', 'restore'],
      restores.map(({ namespace, name }) => [namespace, name]),
    )
    .del();
}

/** PostgreSQL refuses text that holds a NUL, which no namespace has in its name. */
function isStorable(source: string): boolean {
  return source.length <= MAXIMUM_NAME && !source.includes('\u0000');
}
