import { untilComplete } from './untilComplete';

describe('untilComplete', () => {
  const never = { isComplete: () => false };
  const { signal } = new AbortController();

  it('ends once all sources have answered', async () => {
    let asked = 0;
    const isComplete = () => {
      asked += 1;
      return asked > 3;
    };
    await untilComplete({ isComplete }, { atMost: 60_000, signal });
    expect(asked).toBe(4);
  });

  it('ends when a source does not answer for too long', async () => {
    await expect(
      untilComplete(never, { atMost: 60, signal }),
    ).resolves.toBeUndefined();
  });

  it('ends when nobody waits any more', async () => {
    const stop = new AbortController();
    const waiting = untilComplete(never, {
      atMost: 60_000,
      signal: stop.signal,
    });
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
  });
});
