import { StoredRestoreRequest } from '../store/RestoreRequestStore';

/** Requests that are looked at in one go, once some were not to be shown. */
const AT_ONCE = 100;

/** Where reading goes on. */
type Place = Pick<StoredRestoreRequest, 'createdAt' | 'id'>;

/** Leaves those of some requests that somebody may see, in their order. */
export type Visible = (
  requests: StoredRestoreRequest[],
) => Promise<StoredRestoreRequest[]>;

/**
 * Reads requests until there are as many as wanted that somebody may see. Who may see one depends on the catalog, too, so
 * that the query cannot tell. Pages are full all the same, and what follows the last one that is shown is on the next.
 */
export async function readVisible(options: {
  read(page: { limit: number; after?: Place }): Promise<StoredRestoreRequest[]>;
  visible: Visible;
  limit: number;
  after?: Place;
}): Promise<StoredRestoreRequest[]> {
  const { read, visible, limit } = options;
  const shown: StoredRestoreRequest[] = [];
  let { after } = options;
  let size = limit;
  for (let isMore = true; isMore && shown.length < limit; ) {
    const page = await read({ limit: size, ...(after && { after }) });
    shown.push(...(await visible(page)));
    isMore = page.length === size;
    after = page.at(-1);
    size = AT_ONCE;
  }
  return shown.slice(0, limit);
}
