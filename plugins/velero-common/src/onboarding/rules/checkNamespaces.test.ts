import { refused } from '../__testUtils__/found';
import { fleet, settings } from '../__testUtils__/onboardingFleet';

describe('checkNamespaces', () => {
  it.each<[string[] | undefined, string[]]>([
    [['payments'], []],
    [undefined, ['missing clusters[0].namespaces']],
    [[], ['missing clusters[0].namespaces']],
    [['shop'], ['namespace-unproven clusters[0].namespaces[0]']],
    [['payments', 'velero'], ['namespace-of-velero clusters[0].namespaces[1]']],
    [['*'], ['namespace-pattern clusters[0].namespaces[0]']],
    [['pay*'], ['namespace-pattern clusters[0].namespaces[0]']],
    [['Pay'], ['name-invalid clusters[0].namespaces[0]']],
    [['payments', 'payments'], ['repeated clusters[0].namespaces[1]']],
  ])('of the namespaces %j', (namespaces, expected) => {
    const clusters = [
      { cluster: 'eu-west', ...(namespaces && { namespaces }) },
    ];
    expect(refused({ clusters })).toEqual(expected);
  });

  it('gives a whole cluster to administrators only, and no list for it', () => {
    expect(refused({ scope: 'platform' })).toEqual([
      'scope-forbidden scope',
      'not-allowed clusters[0].namespaces',
    ]);
  });

  it('refuses patterns of the configuration that Velero does not take', () => {
    const snapshot = fleet({
      mayOnboardPlatform: true,
      settings: settings({ excludedNamespaces: ['**'] }),
    });
    expect(
      refused(
        { scope: 'platform', clusters: [{ cluster: 'eu-west' }] },
        snapshot,
      ),
    ).toContain('template-invalid schedules.all');
  });
});
