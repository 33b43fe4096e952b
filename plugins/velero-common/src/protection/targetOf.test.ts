import { explicitTargetOf, parseRecoveryPoint } from './targetOf';

describe('parseRecoveryPoint', () => {
  it.each([
    ['24h', 86_400_000],
    ['90m', 5_400_000],
    ['P1D', 86_400_000],
    ['PT1H30M', 5_400_000],
  ])('reads %s', (text, value) => {
    expect(parseRecoveryPoint(text)).toEqual({ value });
  });

  it.each([
    ['30d', 'time: unknown unit "d" in duration "30d"', '720h'],
    ['daily', 'time: invalid duration "daily"', undefined],
    ['0s', 'duration "0s" is too short', undefined],
    ['-24h', 'duration "-24h" is too short', undefined],
    ['P1M', 'duration "P1M" uses years or months', 'days, as P30D'],
    ['PT', 'invalid ISO 8601 duration "PT"', undefined],
  ])('refuses %s', (text, problem, hint) => {
    expect(parseRecoveryPoint(text)).toEqual({
      problem,
      ...(hint && { hint }),
    });
  });
});

describe('explicitTargetOf', () => {
  const policy = { tier: 'gold', rpo: '1h' };

  it.each([
    [{}, {}],
    [{ annotation: '' }, {}],
    [
      { annotation: ' 24h ' },
      { target: { seconds: 86_400, source: 'annotation' } },
    ],
    [{ policy }, { target: { seconds: 3_600, source: 'policy' } }],
    [
      { annotation: '4h', policy },
      { target: { seconds: 14_400, source: 'annotation' } },
    ],
  ])('gives for %j', (options, expected) => {
    expect(explicitTargetOf(options)).toEqual(expected);
  });

  it('falls back to the policy when the annotation cannot be read, and tells', () => {
    expect(explicitTargetOf({ annotation: '1d', policy })).toEqual({
      target: { seconds: 3_600, source: 'policy' },
      targetProblem: expect.objectContaining({ hint: '24h' }),
    });
  });

  it('tells which policy cannot be read', () => {
    expect(
      explicitTargetOf({ policy: { tier: 'gold', rpo: 'soon' } }).targetProblem,
    ).toMatchObject({ source: 'the policy for tier gold' });
  });
});
