import { RestoreSummary } from 'backstage-plugin-velero-common';
import {
  ObjectQueries,
  RowPosition,
  SelectingRow,
} from '../store/ObjectQueries';
import { InventoryPage, RestoreQuestion } from './Inventory';
import { toRestoreSummary } from './toRestore';

/** Restores that are looked at for one answer. They go with their backups, so there are few. */
const MAXIMUM = 1_000;

/**
 * Lists restores, the newest first. Whom one of them concerns follows from its own namespaces and those of its backup,
 * which no column holds, so they are read up to a number, and told apart here.
 */
export async function listRestores(
  queries: ObjectQueries,
  question: RestoreQuestion,
): Promise<InventoryPage<RestoreSummary>> {
  const found = await findRestores(queries, question);
  const { after, limit } = question;
  const rest = found.filter(({ row }) => !after || isBehind(row, after));
  const shown = rest.slice(0, limit);
  return {
    items: shown.map(({ restore }) => restore),
    totalItems: found.length,
    next: rest.length > limit ? positionOf(shown[limit - 1].row) : undefined,
  };
}

async function findRestores(
  queries: ObjectQueries,
  { readable, filter }: RestoreQuestion,
) {
  const { backup: parent, ...columns } = filter;
  const { rows } = await queries.page({
    resource: 'restores',
    namespaces: readable,
    filter: parent ? { ...columns, parent } : columns,
    limit: MAXIMUM,
  });
  const backups = await backupsOf(queries, rows);
  return rows.flatMap(row => {
    const selection = backups.get(keyOf(row, row.parent))?.selection;
    const restore = toRestoreSummary(row, readable, selection);
    return restore ? [{ row, restore }] : [];
  });
}

async function backupsOf(
  queries: ObjectQueries,
  rows: SelectingRow[],
): Promise<Map<string, SelectingRow>> {
  const keys = new Map(
    rows.flatMap(({ cluster, namespace, parent }) =>
      parent
        ? [
            [
              `${cluster}/${namespace}/${parent}`,
              { cluster, namespace, name: parent },
            ],
          ]
        : [],
    ),
  );
  const found = await queries.findAllSelecting('backups', [...keys.values()]);
  return new Map(found.map(row => [keyOf(row, row.name), row]));
}

function keyOf(
  { cluster, namespace }: Pick<SelectingRow, 'cluster' | 'namespace'>,
  name: string | null | undefined,
): string {
  return `${cluster}/${namespace}/${name}`;
}

function positionOf(row: SelectingRow): RowPosition {
  const { sort_time: sortTime, cluster, namespace, name } = row;
  return { sortTime: Number(sortTime), cluster, namespace, name };
}

/** In the order of the store: time, then name, both falling. */
function isBehind(row: SelectingRow, position: RowPosition): boolean {
  const time = Number(row.sort_time);
  if (time !== position.sortTime) {
    return time < position.sortTime;
  }
  const text = (key: Omit<RowPosition, 'sortTime'>) =>
    [key.cluster, key.namespace, key.name].join('\u0000');
  return text(row) < text(position);
}
