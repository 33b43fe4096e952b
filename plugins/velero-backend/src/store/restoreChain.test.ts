import { hashOf } from './restoreChain';

// As docs/restore-policy.md says, computed by other means than the code.
const FIRST =
  'cea987ae36730c6abab9508e213ff448fd08ff283893934afe55ae9b5419f2ea';
const SECOND =
  '8238c000b79de32b9e8a8f83b7e61ab34af311f6aa1b98d95b2f134d99370595';

const first = {
  seq: 1,
  request: 'first',
  at: 1764417600000,
  type: 'requested',
  actor: 'user:default/ann',
  body: '{"a":1,"b":"c"}',
} as const;

const second = {
  ...first,
  seq: 2,
  at: 1764417601000,
  type: 'expired',
  actor: null,
  body: '{}',
} as const;

describe('the hash of an event', () => {
  it('is the one that the docs describe', () => {
    expect(hashOf('0'.repeat(64), first)).toBe(FIRST);
    expect(hashOf(FIRST, second)).toBe(SECOND);
  });

  it.each([
    ['the event before', '1'.repeat(64), {}],
    ['the number', FIRST, { seq: 3 }],
    ['the request', FIRST, { request: 'other' }],
    ['the time', FIRST, { at: 1764417602000 }],
    ['the type', FIRST, { type: 'stale' as const }],
    ['who did it', FIRST, { actor: 'user:default/bob' }],
    ['what is told', FIRST, { body: '{"text":"x"}' }],
  ])('is another one with another value of %s', (_name, previous, change) => {
    expect(hashOf(previous, { ...second, ...change })).not.toBe(SECOND);
  });
});
