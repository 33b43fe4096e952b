import { Limiter } from './Limiter';

describe('Limiter', () => {
  const { signal } = new AbortController();

  /** Acquires, and tells whether that has succeeded yet. */
  function tryAcquire(limiter: Limiter, by = signal) {
    const attempt: { release?: () => void; error?: unknown } = {};
    limiter.acquire(by).then(
      release => {
        attempt.release = release;
      },
      error => {
        attempt.error = error;
      },
    );
    return attempt;
  }

  const turn = () =>
    new Promise(resolve => {
      setImmediate(resolve);
    });

  it('lets so many in and the others in order', async () => {
    const limiter = new Limiter({ limit: 2 });
    const attempts = Array.from({ length: 4 }, () => tryAcquire(limiter));
    const holders = () => attempts.map(({ release }) => Boolean(release));
    await turn();
    expect(holders()).toEqual([true, true, false, false]);
    attempts[1].release?.();
    await turn();
    expect(holders()).toEqual([true, true, true, false]);
    attempts[0].release?.();
    await turn();
    expect(holders()).toEqual([true, true, true, true]);
  });

  it('takes a place back once only', async () => {
    const limiter = new Limiter({ limit: 1 });
    const release = await limiter.acquire(signal);
    release();
    release();
    await limiter.acquire(signal);
    const next = tryAcquire(limiter);
    await turn();
    expect(next.release).toBeUndefined();
  });

  it('loses no place to one who stops waiting', async () => {
    const limiter = new Limiter({ limit: 1 });
    const release = await limiter.acquire(signal);
    const controller = new AbortController();
    const leaving = tryAcquire(limiter, controller.signal);
    const staying = tryAcquire(limiter);
    controller.abort(new Error('Enough'));
    await turn();
    expect(leaving.error).toEqual(new Error('Enough'));
    release();
    await turn();
    expect(staying.release).toBeDefined();
    await expect(limiter.acquire(controller.signal)).rejects.toThrow('Enough');
  });
});
