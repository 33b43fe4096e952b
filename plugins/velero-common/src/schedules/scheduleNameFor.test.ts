import { isSchedulePart, scheduleNameFor } from './scheduleNameFor';

const LONG =
  'a-service-with-a-name-that-is-longer-than-any-label-may-be-at-all';

describe('scheduleNameFor', () => {
  it('names entity, cluster and schedule', () => {
    expect(
      scheduleNameFor({
        entity: 'payments-api',
        cluster: 'eu-west',
        part: 'nightly',
      }),
    ).toBe('payments-api-eu-west-nightly');
  });

  it.each([
    ['payments', LONG, 'nightly'],
    [LONG, 'eu', 'nightly'],
    [LONG, LONG, 'sixteen-letters-'.slice(0, 15)],
    ['Payments_API.v2', 'arn:aws:eks:eu-west-1:1234/prod', 'x'],
    ['a--b', 'c--d', 'x'],
  ])(
    'fits, with the time of a backup, for %s in %s',
    (entity, cluster, part) => {
      const name = scheduleNameFor({ entity, cluster, part });
      expect(`${name}-20261129020000`.length).toBeLessThanOrEqual(63);
      expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])$/);
      // As the schedules of tenants have it between their parts.
      expect(name).not.toContain('--');
    },
  );

  it('tells apart what had to be shortened', () => {
    const nameOf = (entity: string, cluster: string) =>
      scheduleNameFor({ entity, cluster, part: 'x' });
    const names = [
      nameOf(`${LONG}-1`, 'eu'),
      nameOf(`${LONG}-2`, 'eu'),
      nameOf('a', `${LONG}-1`),
      nameOf('a', `${LONG}-2`),
      nameOf('A', 'eu'),
      nameOf('a', 'eu'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('isSchedulePart', () => {
  it.each([
    ['nightly', true],
    ['every-6-hours', true],
    ['', false],
    ['-a', false],
    ['a--b', false],
    ['Nightly', false],
    ['seventeen-letters', false],
  ])('of %p is %p', (text, expected) => {
    expect(isSchedulePart(text)).toBe(expected);
  });
});
