import { RestoreSummary } from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { findWithheld } from './findWithheld';
import { InventoryPage, RestoreQuestion } from './Inventory';
import { loadSources } from './restoreSources';
import { toRestoreSummary } from './toRestore';

/** Lists restores, the newest first. */
export async function listRestores(
  { queries, restores }: Pick<Stores, 'queries' | 'restores'>,
  question: RestoreQuestion,
): Promise<InventoryPage<RestoreSummary>> {
  const { readable, filter, limit, after } = question;
  const { backup: parent, ...columns } = filter;
  const query = {
    namespaces: readable,
    filter: { ...columns, ...(parent && { parent }) },
    withheld: await findWithheld(queries, readable),
  };
  const [{ rows, next }, totalItems] = await Promise.all([
    restores.page({ ...query, limit, after }),
    restores.count(query),
  ]);
  const locations = await loadSources(queries, rows);
  return {
    items: rows.flatMap(
      row => toRestoreSummary(row, readable, locations) ?? [],
    ),
    totalItems,
    next,
  };
}
