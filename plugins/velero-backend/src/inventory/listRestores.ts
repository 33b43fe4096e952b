import { RestoreSummary } from 'backstage-plugin-velero-common';
import { RestoreQueries } from '../store/RestoreQueries';
import { InventoryPage, RestoreQuestion } from './Inventory';
import { toRestoreSummary } from './toRestore';

/** Lists restores, the newest first. */
export async function listRestores(
  restores: RestoreQueries,
  question: RestoreQuestion,
): Promise<InventoryPage<RestoreSummary>> {
  const { readable, filter, limit, after } = question;
  const { backup: parent, ...columns } = filter;
  const query = {
    namespaces: readable,
    filter: { ...columns, ...(parent && { parent }) },
  };
  const [{ rows, next }, totalItems] = await Promise.all([
    restores.page({ ...query, limit, after }),
    restores.count(query),
  ]);
  return {
    items: rows.flatMap(row => toRestoreSummary(row, readable) ?? []),
    totalItems,
    next,
  };
}
