import { hiderOf } from './hideSecrets';

describe('hiderOf', () => {
  const key = '-----BEGIN\n"key"\n-----END';
  const hide = hiderOf({ A: 'canary', B: key, C: '', D: 'canary-long' });

  it.each([
    ['nothing of it', 'nothing of it'],
    ['a canary, and a canary', 'a ***, and a ***'],
    ['the longer one first: canary-long', 'the longer one first: ***'],
    [`as it is: ${key}`, 'as it is: ***'],
    [`as JSON: ${JSON.stringify({ key })}`, 'as JSON: {"key":"***"}'],
    [`as base64: ${Buffer.from(key).toString('base64')}`, 'as base64: ***'],
  ])('makes of %j %j', (text, expected) => {
    expect(hide(text)).toBe(expected);
  });

  it('leaves texts of tasks without secrets alone', () => {
    expect(hiderOf(undefined)('text')).toBe('text');
  });
});
