import { ClusterError, ClusterErrorKind } from '../clusters/ClusterError';
import { DEFAULT_TIMING } from './ListWatchTiming';
import { RetrySchedule } from './RetrySchedule';

describe('RetrySchedule', () => {
  let now = 0;

  function schedule(random: number) {
    return new RetrySchedule({
      ...DEFAULT_TIMING,
      now: () => now,
      random: () => random,
    });
  }

  function delays(random: number, errors: unknown[]) {
    const retries = schedule(random);
    return errors.map(error => retries.fail(error));
  }

  const errors = (kind: ClusterErrorKind, count: number, retryAfter?: number) =>
    Array(count).fill(new ClusterError(kind, 'No', { retryAfter }));

  it('waits up to twice as long each time, and never more than a minute', () => {
    expect(delays(1, errors('unreachable', 9))).toEqual([
      1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000,
    ]);
    expect(delays(0.5, errors('malformed', 3))).toEqual([500, 1000, 2000]);
    expect(delays(0, errors('unreachable', 2))).toEqual([0, 0]);
    expect(delays(1, Array(2000).fill(new Error('sink'))).at(-1)).toBe(60000);
  });

  it.each(['unauthorized', 'forbidden', 'not-served'] as const)(
    'asks again soon after %s, then more and more seldom, and in the end about each minute',
    kind => {
      expect(delays(0, errors(kind, 8))).toEqual([
        750, 1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000,
      ]);
      expect(delays(1, errors(kind, 2))).toEqual([1_250, 2_500]);
    },
  );

  it('waits at least as long as the server asks', () => {
    expect(delays(1, errors('too-many-requests', 3, 3000))).toEqual([
      3000, 3000, 4000,
    ]);
    expect(delays(1, errors('unreachable', 1, 30_000))).toEqual([30_000]);
  });

  it('starts over after a success', () => {
    const retries = schedule(1);
    now = 5;
    retries.fail(new Error('one'));
    now = 7;
    retries.fail(new Error('two'));
    expect(retries.failingSince).toBe(5);
    retries.succeed();
    now = 9;
    expect(retries.fail(new Error('three'))).toBe(1000);
    expect(retries.failingSince).toBe(9);
  });
});
