import { ConfigReader } from '@backstage/config';
import { componentOf } from '../__testUtils__/startPortal';
import { readTiers } from './readTiers';
import { targetOfEntity } from './targetOfEntity';

const tiersOf = (tiers: Record<string, { rpo: string }>) =>
  readTiers(new ConfigReader({ velero: { protection: { tiers } } }));

const entityWith = (annotations: Record<string, string>) => {
  const entity = componentOf({ name: 'payments-api' });
  return { ...entity, metadata: { ...entity.metadata, annotations } };
};

describe('targetOfEntity', () => {
  const tiers = tiersOf({ gold: { rpo: '1h' }, bronze: { rpo: 'P7D' } });

  it.each([
    [{}, {}],
    [
      { 'velero.io/tier': ' gold ' },
      { target: { seconds: 3600, source: 'policy' } },
    ],
    [
      { 'velero.io/tier': 'bronze' },
      { target: { seconds: 604_800, source: 'policy' } },
    ],
    [
      { 'velero.io/tier': 'gold', 'velero.io/rpo': '2h' },
      { target: { seconds: 7200, source: 'annotation' } },
    ],
    [
      { 'velero.io/tier': 'silver' },
      {
        targetProblem: {
          code: 'target-unreadable',
          source: 'annotation velero.io/tier',
          problem: 'no tier "silver" is configured',
        },
      },
    ],
    [
      { 'velero.io/tier': 'silver', 'velero.io/rpo': '2h' },
      {
        target: { seconds: 7200, source: 'annotation' },
        targetProblem: expect.objectContaining({ code: 'target-unreadable' }),
      },
    ],
  ])('of %j is %j', (annotations, expected) => {
    expect(targetOfEntity(entityWith(annotations), tiers)).toEqual(expected);
  });
});

describe('readTiers', () => {
  it('reads none where none are configured', () => {
    expect(readTiers(new ConfigReader({})).size).toBe(0);
  });

  it('refuses a duration that cannot be read', () => {
    expect(() => tiersOf({ gold: { rpo: '1d' } })).toThrow(
      /velero\.protection\.tiers\.gold\.rpo cannot be read: .*Write it like 24h or P1D/,
    );
  });
});
