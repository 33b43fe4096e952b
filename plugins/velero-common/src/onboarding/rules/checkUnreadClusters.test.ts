import { cluster, fleet, request } from '../__testUtils__/onboardingFleet';
import { FleetCluster } from '../FleetSnapshot';
import { planTenant } from '../planTenant';

describe('checkUnreadClusters', () => {
  it.each<[string, Partial<FleetCluster>, boolean]>([
    ['was never read', { reachable: false, veleros: [] }, true],
    ['is away, but known', { reachable: false }, false],
    ['has no Velero', { veleros: [] }, false],
    [
      'has no Velero, as is known',
      {
        reachable: false,
        veleros: [],
        absences: [{ cause: 'not-installed' }],
      },
      false,
    ],
  ])('of a cluster that %s', (_title, parts, isWarned) => {
    const clusters = [cluster('eu-west'), cluster('far-away', parts)];
    const { warnings } = planTenant(request(), fleet({ clusters }));
    const found = warnings
      .filter(({ code }) => code === 'places-unknown')
      .map(({ field, message }) => [field, message.split(': ').at(-1)]);
    expect(found).toEqual(isWarned ? [['clusters', 'far-away']] : []);
  });
});
