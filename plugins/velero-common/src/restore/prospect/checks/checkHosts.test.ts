import { newNamespace, ownNamespace } from '../../__testUtils__/restoreExample';
import { hintsOn, ProspectChange } from '../../__testUtils__/prospectOn';

const INGRESSES = 'ingresses.networking.k8s.io';

const LEAVE =
  ' → Leave out ingresses.networking.k8s.io. Ask an administrator for resource modifiers that change it, which the policy has to name';

function withIngress(...hosts: string[]): ProspectChange {
  return ({ snapshot, prospect }) => {
    snapshot.cluster.kinds.push({
      group: 'networking.k8s.io',
      kind: 'Ingress',
      resource: 'ingresses',
      namespaced: true,
    });
    snapshot.contents.kinds!.push({
      groupVersionKind: 'networking.k8s.io/v1/Ingress',
      count: 1,
    });
    prospect.archive.value!.hosts = [
      { namespace: 'shop', resource: INGRESSES, name: 'web', hosts },
    ];
  };
}

const TWICE =
  "warn: shop.example.com would be taken twice while the original is there: by ingresses.networking.k8s.io 'web' of namespace 'shop' and by its copy";

describe('checkHosts', () => {
  it.each<[string, ProspectChange, string[]]>([
    ['no ingress', () => {}, []],
    ['an ingress without hosts', withIngress(), []],
    [
      'a copy beside the original',
      withIngress('shop.example.com'),
      [`${TWICE}${LEAVE}`],
    ],
    [
      'a copy in another cluster',
      example => {
        withIngress('shop.example.com')(example);
        example.snapshot.pairs[0] = {
          source: 'shop',
          target: newNamespace('prod-eu', 'shop'),
          origins: [ownNamespace('prod-us', 'shop')],
        };
        example.policies[0].destinations.newNamespace!.names = ['shop'];
      },
      [`${TWICE}${LEAVE}`],
    ],
    [
      'the place where it was',
      example => {
        withIngress('shop.example.com')(example);
        example.snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
      },
      [],
    ],
    [
      'ingresses that are left out',
      example => {
        withIngress('shop.example.com')(example);
        example.wish.kinds = ['configmaps'];
      },
      [],
    ],
    [
      'the ingress of a namespace that is not copied',
      example => {
        withIngress('shop.example.com')(example);
        example.prospect.archive.value!.hosts[0].namespace = 'other';
      },
      [],
    ],
    [
      'an archive that cannot be read',
      example => {
        withIngress()(example);
        example.prospect.archive = { forbidden: false, problem: 'It is away' };
      },
      [
        'warn: It is not known which host names would be taken a second time: It is away → Try again',
      ],
    ],
  ])('tells of %s', (_name, change, expected) => {
    expect(hintsOn(change, 'hosts')).toEqual(expected);
  });
});
