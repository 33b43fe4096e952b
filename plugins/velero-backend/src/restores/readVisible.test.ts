import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { readVisible } from './readVisible';

/** The newest first: from `count` down to 1. */
function requestsOf(count: number): StoredRestoreRequest[] {
  return Array.from({ length: count }, (_, i) => ({
    ...({} as StoredRestoreRequest),
    id: String(count - i),
    createdAt: count - i,
  }));
}

describe('reading requests that somebody may see', () => {
  it.each([
    { about: 'all of them', every: 1, limit: 3, pages: [3] },
    { about: 'some of them', every: 7, limit: 3, pages: [3, 100] },
    { about: 'few of them', every: 100, limit: 3, pages: [3, 100, 100, 100] },
    { about: 'none of them', every: 999, limit: 3, pages: [3, 100, 100, 100] },
  ])('fills a page with $about', async ({ every, limit, pages }) => {
    const all = requestsOf(250);
    const mine = ({ createdAt }: StoredRestoreRequest) =>
      createdAt % every === 0;
    const sizes: number[] = [];
    const read = async (page: { limit: number; after?: { id: string } }) => {
      sizes.push(page.limit);
      const start = all.findIndex(({ id }) => id === page.after?.id) + 1;
      return all.slice(start, start + page.limit);
    };
    const visible = async (some: StoredRestoreRequest[]) => some.filter(mine);

    const first = await readVisible({ read, visible, limit });
    expect(first).toEqual(all.filter(mine).slice(0, limit));
    expect(sizes).toEqual(pages);
    const second = await readVisible({
      read,
      visible,
      limit,
      after: first.at(-1),
    });
    expect(second).toEqual(
      first.length === 0 ? [] : all.filter(mine).slice(limit, 2 * limit),
    );
  });
});
