import { ownNamespace } from '../../__testUtils__/restoreExample';
import { hintsOn, ProspectChange } from '../../__testUtils__/prospectOn';
import { ProspectObjects } from '../RestoreProspect';

function objects(
  resource: string,
  there: string[] | ProspectObjects['there'],
): ProspectObjects {
  return {
    namespace: 'shop',
    resource,
    count: 9,
    there: Array.isArray(there) ? { value: there } : there,
  };
}

const inPlace =
  (...found: ProspectObjects[]): ProspectChange =>
  ({ snapshot, prospect }) => {
    snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
    prospect.objects = found;
  };

const FORBIDDEN = { forbidden: true, problem: 'The account may not list it' };
const BUNDLE =
  " → Have an administrator of the cluster apply the bundle 'preview' of the portal's rights";
const SECRETS =
  'warn: It is not known whether secrets are there already: the portal never asks for them, since whoever may list them may read them';

describe('checkObjects', () => {
  it.each<[string, ProspectChange, string[]]>([
    ['a namespace that is new', () => {}, []],
    [
      'a new namespace, whose objects were not looked for',
      ({ prospect }) => {
        prospect.objects = [objects('configmaps', [])];
      },
      [],
    ],
    [
      'nothing that is there',
      inPlace(objects('configmaps', [])),
      ['ok: Nothing of what is to be restored is there already'],
    ],
    [
      'some that is kept, a few by name',
      inPlace(
        objects('configmaps', ['a', 'b', 'c', 'd', 'e']),
        objects('deployments.apps', ['web']),
      ),
      [
        'warn: 5 of configmaps are there already, and left alone: a, b, c, 2 more',
        'warn: 1 of deployments.apps is there already, and left alone: web',
      ],
    ],
    [
      'one kind in two namespaces',
      inPlace(objects('configmaps', ['a']), {
        ...objects('configmaps', ['b']),
        namespace: 'shop-db',
      }),
      ['warn: 2 of configmaps are there already, and left alone: a, b'],
    ],
    [
      'some that is changed',
      example => {
        inPlace(objects('configmaps', ['a']))(example);
        example.wish.existing = 'update';
        example.policies[0].existing = { update: { approvals: [] } };
      },
      [
        'warn: 1 of configmaps is there already, and changed as far as Kubernetes allows, with no way back: a',
      ],
    ],
    [
      'some that labels may leave out',
      example => {
        inPlace(objects('configmaps', ['a']))(example);
        example.wish.labels = { app: 'web' };
      },
      ['warn: Up to 1 of configmaps is there already, and left alone: a'],
    ],
    [
      'Secrets',
      inPlace(
        objects('configmaps', []),
        objects('secrets', { forbidden: false, problem: 'never' }),
      ),
      [
        'ok: Nothing of the kinds that could be looked for is there already',
        SECRETS,
      ],
    ],
    [
      'what the portal may not list',
      inPlace(
        objects('configmaps', FORBIDDEN),
        objects('pods', FORBIDDEN),
        objects('secrets', FORBIDDEN),
      ),
      [
        SECRETS,
        `warn: It is not known whether configmaps, pods are there already: the portal's account may not list them${BUNDLE}`,
      ],
    ],
    [
      'what did not come in time',
      inPlace(
        objects('pods', {
          forbidden: false,
          problem: 'it could not be read in time',
        }),
      ),
      [
        'warn: It is not known whether pods are there already: it could not be read in time → Try again',
      ],
    ],
  ])('tells of %s', (_name, change, expected) => {
    expect(hintsOn(change, 'existing-objects')).toEqual(expected);
  });
});
