import { Refresher } from './Refresher';

interface Attempt {
  signal: AbortSignal;
  resolve(value: string): void;
  reject(error: Error): void;
}

function setup() {
  const attempts: Attempt[] = [];
  const values: string[] = [];
  const errors: string[] = [];
  const refresher = new Refresher<string>({
    load: signal =>
      new Promise((resolve, reject) =>
        attempts.push({ signal, resolve, reject }),
      ),
    onValue: value => values.push(value),
    onError: error => errors.push(error.message),
  });
  return { attempts, values, errors, refresher };
}

/** Lets all promises that are settled by now take effect. */
async function settle() {
  await jest.advanceTimersByTimeAsync(0);
}

describe('Refresher', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('honours requests that come while one is under way by one more afterwards', async () => {
    const { attempts, values, refresher } = setup();
    refresher.request();
    refresher.request();
    refresher.request();
    expect(attempts).toHaveLength(1);

    attempts[0].resolve('first');
    await settle();
    expect(values).toEqual(['first']);
    expect(attempts).toHaveLength(2);

    attempts[1].resolve('second');
    await settle();
    expect(values).toEqual(['first', 'second']);
    expect(attempts).toHaveLength(2);
  });

  it('goes on after a failure', async () => {
    const { attempts, values, errors, refresher } = setup();
    refresher.request();
    attempts[0].reject(new Error('cut'));
    await settle();
    refresher.request();
    attempts[1].resolve('again');
    await settle();

    expect(errors).toEqual(['cut']);
    expect(values).toEqual(['again']);
  });

  it('gives up and cancels when no answer comes in time', async () => {
    const { attempts, errors, refresher } = setup();
    refresher.request();
    await jest.advanceTimersByTimeAsync(30_000);

    expect(errors).toEqual(['No answer within 30 seconds']);
    expect(attempts[0].signal.aborted).toBe(true);
  });

  it('cancels and reports nothing once it is stopped', async () => {
    const { attempts, values, errors, refresher } = setup();
    refresher.request();
    refresher.request();
    refresher.stop();
    attempts[0].resolve('late');
    await settle();

    expect(attempts[0].signal.aborted).toBe(true);
    expect(attempts).toHaveLength(1);
    expect([...values, ...errors]).toEqual([]);
  });
});
