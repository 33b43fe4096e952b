import { backupNameOf } from './backupName';

const time = new Date('2026-11-23T09:41:12.345Z');

describe('backupNameOf', () => {
  it.each([
    [
      'says entity, cluster and time',
      { entity: 'payments-api', cluster: 'eu-west' },
      'payments-api-eu-west-20261123094112',
    ],
    [
      'makes a label of an entity that is none',
      { entity: 'Payments_API.v2', cluster: 'eu-west' },
      'payments-api-v2-eu-west-20261123094112',
    ],
    [
      'has a name for an entity of signs',
      { entity: '__', cluster: 'eu-west' },
      'backup-eu-west-20261123094112',
    ],
    [
      'tells later attempts apart',
      { entity: 'payments-api', cluster: 'eu-west', attempt: 2 },
      'payments-api-eu-west-20261123094112-2',
    ],
  ])('%s', (_, options, name) => {
    expect(backupNameOf({ ...options, time })).toBe(name);
  });

  it.each([
    ['a', 'b'],
    ['e'.repeat(63), 'c'.repeat(63)],
    ['e'.repeat(63), 'eu:west@prod.example'],
    ['x-'.repeat(40), 'y-'.repeat(40)],
    ['_', '@'],
  ])('is a DNS label of at most 63 letters for %s in %s', (entity, cluster) => {
    for (const attempt of [1, 5]) {
      const name = backupNameOf({ entity, cluster, time, attempt });
      expect(name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
      expect(name).toContain('20261123094112');
    }
  });

  it('differs between clusters whose names look the same when shortened', () => {
    const long = 'a-very-long-name-of-a-cluster-in-region';
    const clusters = [
      `${long}-1`,
      `${long}-2`,
      'eu_west',
      'eu-west',
      'EU-WEST',
    ];
    const names = clusters.map(cluster =>
      backupNameOf({ entity: 'payments-api', cluster, time }),
    );
    expect(new Set(names).size).toBe(clusters.length);
  });
});
