import { withoutUnreadDays } from './withoutUnreadDays';

const day = (date: string) =>
  ({ date, state: 'ok', ok: 3, partial: 0, failed: 0 } as const);

describe('withoutUnreadDays', () => {
  const history = {
    items: ['2026-11-21', '2026-11-22', '2026-11-23'].map(day),
    clusters: [],
  };

  it('keeps what was read whole', () => {
    expect(withoutUnreadDays(history, 0)).toEqual(history);
    expect(withoutUnreadDays(history, -Infinity)).toEqual(history);
  });

  it('says nothing of the day within which the reading ended, and of those before', () => {
    const readFrom = Date.parse('2026-11-22T12:00:00Z');
    const { items } = withoutUnreadDays(history, readFrom);
    expect(items.map(({ state }) => state)).toEqual([
      'unknown',
      'unknown',
      'ok',
    ]);
    expect(items[0].ok).toBe(0);
  });
});
