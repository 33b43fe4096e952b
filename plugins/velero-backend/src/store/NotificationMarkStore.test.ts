import { testDatabases } from '../__testUtils__/databases';
import { Stores } from './Stores';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('marks of notifications on %s', id => {
  let marks: Stores['notificationMarks'];

  beforeEach(async () => {
    marks = (await databases.stores(id)).notificationMarks;
  });

  it('begin at nothing, and only go on', async () => {
    await expect(marks.read('restores')).resolves.toBe(0);
    await Promise.all([3, 9, 5].map(seq => marks.advance('restores', seq)));
    await expect(marks.read('restores')).resolves.toBe(9);
    await marks.advance('restores', 7);
    await expect(marks.read('restores')).resolves.toBe(9);
    await expect(marks.read('others')).resolves.toBe(0);
  });
});
