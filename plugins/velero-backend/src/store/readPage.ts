import { Knex } from 'knex';
import { ObjectRow } from './tables';

/** Where a page ended: the order of rows is time, then name, both falling. */
export interface RowPosition {
  sortTime: number;
  cluster: string;
  namespace: string;
  name: string;
}

/** Puts the newest rows first. */
function inOrder<T extends Knex.QueryBuilder>(query: T) {
  return query.orderBy(
    ['sort_time', 'cluster', 'namespace', 'name'].map(column => ({
      column,
      order: 'desc',
    })),
  );
}

/** Leaves out the rows up to a position. */
function after(position: RowPosition | undefined) {
  return (query: Knex.QueryBuilder) => {
    if (position) {
      const { sortTime, cluster, namespace, name } = position;
      query
        .where('sort_time', '<=', sortTime)
        .andWhereRaw('(sort_time, cluster, namespace, name) < (?, ?, ?, ?)', [
          sortTime,
          cluster,
          namespace,
          name,
        ]);
    }
  };
}

/**
 * Reads one page of the rows of some queries, no row of which is in two of them. Each walks its index from the newest
 * row and stops at the limit, however many rows there are.
 */
export async function readPage(
  knex: Knex,
  queries: Knex.QueryBuilder[],
  options: { limit: number; after?: RowPosition },
): Promise<{ page: ObjectRow[]; next?: RowPosition }> {
  if (queries.length === 0) {
    return { page: [] };
  }
  const limit = options.limit + 1;
  const newest = queries.map(query =>
    knex.from(
      inOrder(query).modify(after(options.after)).limit(limit).as('part'),
    ),
  );
  const rows: ObjectRow[] = await inOrder(
    knex.from(knex.unionAll(newest).as('parts')),
  ).limit(limit);
  return cutPage(rows, options.limit);
}

function cutPage(
  rows: ObjectRow[],
  limit: number,
): { page: ObjectRow[]; next?: RowPosition } {
  const page = rows.slice(0, limit);
  if (rows.length <= limit) {
    return { page };
  }
  const { sort_time: sortTime, cluster, namespace, name } = page[limit - 1];
  return {
    page,
    next: { sortTime: Number(sortTime), cluster, namespace, name },
  };
}
