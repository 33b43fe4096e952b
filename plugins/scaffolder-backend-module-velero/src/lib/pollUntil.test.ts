import { pollUntil } from './pollUntil';

const pace = { first: 1, last: 2 };

function answers(...list: Array<() => string | undefined>) {
  let asked = 0;
  const ask = async () => list[Math.min(asked++, list.length - 1)]();
  return { ask, count: () => asked };
}

function fails(error: object) {
  return () => {
    throw Object.assign(new Error('no answer'), error);
  };
}

const { signal } = new AbortController();

describe('pollUntil', () => {
  it('asks until there is an answer', async () => {
    const { ask, count } = answers(
      () => undefined,
      () => 'done',
    );
    expect(await pollUntil({ ask, signal, pace })).toBe('done');
    expect(count()).toBe(2);
  });

  it.each([{}, { statusCode: 500 }, { statusCode: 503 }, { statusCode: 429 }])(
    'asks on after the failure %j, which may pass',
    async failure => {
      const { ask } = answers(fails(failure), fails(failure), () => 'done');
      expect(await pollUntil({ ask, signal, pace })).toBe('done');
    },
  );

  it.each([400, 401, 403, 404])('gives up at status %s', async statusCode => {
    const { ask, count } = answers(fails({ statusCode }));
    const polling = pollUntil({ ask, signal, pace });
    await expect(polling).rejects.toThrow('no answer');
    expect(count()).toBe(1);
  });

  it('ends without an answer when it is not wanted any more', async () => {
    const abort = new AbortController();
    const { ask } = answers(() => {
      abort.abort();
      return undefined;
    });
    const last = 60_000;
    const options = { ask, signal: abort.signal, pace: { first: last, last } };
    expect(await pollUntil(options)).toBeUndefined();
  });
});
