import {
  hasEnded,
  mayFollow,
  RestoreState,
  restoreStates,
} from './restoreStates';

describe('restoreStates', () => {
  it('ends for good', () => {
    expect(restoreStates.filter(hasEnded)).toEqual([
      'succeeded',
      'partially-failed',
      'failed',
      'rejected',
      'cancelled',
      'expired',
      'stale',
    ]);
  });

  it('reaches Velero only by way of an approval', () => {
    const before = (state: (typeof restoreStates)[number]) =>
      restoreStates.filter(from => mayFollow(from, state));
    expect(before('submitting')).toEqual(['approved']);
    expect(before('running')).toEqual(['submitting', 'unknown']);
    expect(before('approved')).toEqual(['pending']);
    expect(before('cancelled')).toEqual(['pending', 'approved']);
    expect(before('rejected')).toEqual(['pending']);
    expect(before('pending')).toEqual([]);
  });

  it.each<[RestoreState, RestoreState[]]>([
    ['succeeded', ['submitting', 'running', 'unknown']],
    ['partially-failed', ['submitting', 'running', 'unknown']],
    ['failed', ['submitting', 'running', 'unknown']],
    ['unknown', ['submitting', 'running']],
    ['stale', ['pending', 'approved', 'submitting']],
    ['expired', ['pending', 'approved', 'submitting', 'unknown']],
  ])('is %s after %j alone', (state, expected) => {
    expect(restoreStates.filter(from => mayFollow(from, state))).toEqual(
      expected,
    );
  });

  it('never asks Velero a second time', () => {
    for (const state of ['running', 'unknown', 'failed', 'stale'] as const) {
      expect(mayFollow(state, 'submitting')).toBe(false);
    }
  });
});
