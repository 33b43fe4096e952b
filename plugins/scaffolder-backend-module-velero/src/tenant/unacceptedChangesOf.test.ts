import { unacceptedChangesOf } from './unacceptedChangesOf';

const CHANGES = [
  { cluster: 'eu', kind: 'Schedule', name: 'all', change: 'change' },
];

const answer = (error: object) =>
  Object.assign(new Error('Request failed with 409'), { body: { error } });

describe('unacceptedChangesOf', () => {
  it.each([
    [
      'changes',
      answer({ changes: CHANGES, digest: 'abc' }),
      { changes: CHANGES, digest: 'abc' },
    ],
    ['another refusal', answer({ message: 'It is under way' }), undefined],
    ['what is no list', answer({ changes: 'all', digest: 'abc' }), undefined],
    ['no answer', new Error('fetch failed'), undefined],
  ])('reads %s', (_what, error, expected) => {
    expect(unacceptedChangesOf(error)).toEqual(expected);
  });
});
