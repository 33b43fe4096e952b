import { ownNamespace } from '../../__testUtils__/restoreExample';
import { hintsOn, ProspectChange } from '../../__testUtils__/prospectOn';

const withSelectors: ProspectChange = ({ snapshot, prospect }) => {
  snapshot.pairs[0].origins = [ownNamespace('prod-us', 'shop')];
  prospect.archive.value!.nodeSelectors = [
    { namespace: 'shop', pod: 'db', labels: { disk: 'ssd', zone: 'a' } },
    { namespace: 'shop', pod: 'web', labels: { zone: 'a' } },
  ];
};

const ASK =
  ' → Ask an administrator for resource modifiers that change it, which the policy has to name';

describe('checkNodeSelectors', () => {
  it.each<[string, ProspectChange, string[]]>([
    ['none', () => {}, []],
    [
      'labels of nodes of another cluster',
      withSelectors,
      [
        `warn: These pods run only on nodes with disk=ssd, and whether cluster 'prod-eu' has such nodes is not known: shop/db${ASK}`,
        `warn: These pods run only on nodes with zone=a, and whether cluster 'prod-eu' has such nodes is not known: shop/db, shop/web${ASK}`,
      ],
    ],
    [
      'nothing in the cluster that they come from',
      example => {
        withSelectors(example);
        example.snapshot.pairs[0].origins = [ownNamespace('prod-eu', 'shop')];
      },
      [],
    ],
    [
      'nothing where the archive is away',
      example => {
        withSelectors(example);
        example.prospect.archive = { forbidden: false, problem: 'away' };
      },
      [],
    ],
  ])('tells of %s', (_name, change, expected) => {
    expect(hintsOn(change, 'node-selectors')).toEqual(expected);
  });
});
