import { lastExpiryInWords } from './lastExpiryInWords';

describe('lastExpiryInWords', () => {
  const lastExpires = '2026-12-29T02:00:00.000Z';

  it.each([
    [{ lastExpires }, /^Its backups stay; the last one expires at 2026-12-29T/],
    [{ lastExpires, backupsUnknown: true }, /^Its backups stay/],
    [{}, /^It has no backups$/],
    [{ backupsUnknown: true }, /^Whether it has backups is not known: /],
  ])('of %j', (schedule, words) => {
    expect(lastExpiryInWords(schedule)).toMatch(words);
  });
});
