import { ownNamespace } from '../../__testUtils__/restoreExample';
import { hintsOn, ProspectChange } from '../../__testUtils__/prospectOn';
import { ProspectClaim, ProspectQuota } from '../RestoreProspect';

const REMEDY =
  ' → Have the quota raised, restore fewer kinds, or to another namespace';
const FITS = "ok: It fits into quota 'team' of namespace 'shop'";

const claim = (name: string, more: Partial<ProspectClaim> = {}) => ({
  namespace: 'shop',
  name,
  request: '10Gi',
  ...more,
});

/** Three ConfigMaps of which one is there, and claims, into `shop` with a quota. */
function withQuota(
  hard: Record<string, string>,
  used: Record<string, string> = {},
  more: Partial<ProspectQuota> & { claims?: ProspectClaim[] } = {},
): ProspectChange {
  const { claims = [], ...others } = more;
  return ({ snapshot, prospect }) => {
    snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
    prospect.objects = [
      {
        namespace: 'shop',
        resource: 'configmaps',
        count: 3,
        there: { value: ['prices'] },
      },
      {
        namespace: 'shop',
        resource: 'pods',
        count: 2,
        there: { value: [] },
      },
      {
        namespace: 'shop',
        resource: 'persistentvolumeclaims',
        count: claims.length,
        there: { value: ['old'] },
      },
    ];
    prospect.archive.value!.claims = claims;
    prospect.quotas = {
      value: [
        {
          namespace: 'shop',
          name: 'team',
          isScoped: false,
          hard,
          used,
          ...others,
        },
      ],
    };
  };
}

describe('checkQuotas', () => {
  it.each<[string, ProspectChange, string[]]>([
    ['no quota', () => {}, []],
    ['a quota with room', withQuota({ 'count/configmaps': '2' }), [FITS]],
    [
      'a quota that is full for what is not restored',
      withQuota({ services: '1' }, { services: '1' }),
      [FITS],
    ],
    [
      'a quota that is overdrawn, where nothing more is made',
      withQuota({ 'count/jobs.batch': '1' }, { 'count/jobs.batch': '5' }),
      [FITS],
    ],
    [
      'too many objects',
      withQuota({ configmaps: '10' }, { configmaps: '9' }),
      [
        `warn: Up to 2 of configmaps would be made in namespace 'shop', and its quota 'team' has room for 1: Kubernetes refuses what is more${REMEDY}`,
      ],
    ],
    [
      'storage with room',
      withQuota(
        { 'requests.storage': '30Gi', persistentvolumeclaims: '9' },
        { 'requests.storage': '10Gi' },
        { claims: [claim('a'), claim('b'), claim('old')] },
      ),
      [FITS],
    ],
    [
      'too much storage, of one class',
      withQuota(
        { 'fast.storageclass.storage.k8s.io/requests.storage': '15Gi' },
        {},
        {
          claims: [
            claim('a', { storageClass: 'fast' }),
            claim('b', { storageClass: 'fast' }),
            claim('c', { storageClass: 'slow' }),
          ],
        },
      ),
      [
        `warn: Up to 20 GiB of fast.storageclass.storage.k8s.io/requests.storage would be made in namespace 'shop', and its quota 'team' has room for 15 GiB: Kubernetes refuses what is more${REMEDY}`,
      ],
    ],
    [
      'too many claims of a class',
      withQuota(
        { 'fast.storageclass.storage.k8s.io/persistentvolumeclaims': '0' },
        {},
        { claims: [claim('a', { storageClass: 'fast' })] },
      ),
      [
        `warn: Up to 1 of fast.storageclass.storage.k8s.io/persistentvolumeclaims would be made in namespace 'shop', and its quota 'team' has room for 0: Kubernetes refuses what is more${REMEDY}`,
      ],
    ],
    [
      'claims that do not say how much',
      withQuota(
        { 'requests.storage': '1Gi' },
        {},
        {
          claims: [claim('a', { request: undefined })],
        },
      ),
      [
        "warn: Quota 'team' of namespace 'shop' limits requests.storage, and how much of that the restore needs is not known",
      ],
    ],
    [
      'claims of an archive that was not read whole',
      example => {
        withQuota(
          { 'requests.storage': '1Gi' },
          {},
          { claims: [claim('a')] },
        )(example);
        example.prospect.archive.value!.isWhole = false;
      },
      [
        "warn: Quota 'team' of namespace 'shop' limits requests.storage, and how much of that the restore needs is not known",
      ],
    ],
    [
      'what only pods tell',
      withQuota({ 'requests.cpu': '4', 'count/pods': '9', configmaps: '9' }),
      [
        "warn: Quota 'team' of namespace 'shop' limits requests.cpu, count/pods, and how much of that the restore needs is not known",
      ],
    ],
    [
      'a quota for some objects only',
      withQuota({ configmaps: '0' }, {}, { isScoped: true }),
      [
        "warn: Quota 'team' of namespace 'shop' limits configmaps, and how much of that the restore needs is not known",
      ],
    ],
    [
      'a quantity that is none',
      withQuota({ configmaps: 'many' }),
      [
        "warn: Quota 'team' of namespace 'shop' limits configmaps, and how much of that the restore needs is not known",
      ],
    ],
    [
      'quotas that the portal may not list',
      ({ prospect }) => {
        prospect.quotas = { forbidden: true, problem: 'It may not list them' };
      },
      [
        "warn: It is not known whether it fits into quotas: It may not list them → Have an administrator of the cluster apply the bundle 'preview' of the portal's rights",
      ],
    ],
  ])('tells of %s', (_name, change, expected) => {
    expect(hintsOn(change, 'quota')).toEqual(expected);
  });

  it('takes the claims of the namespace in the backup', () => {
    const change: ProspectChange = example => {
      withQuota(
        { 'requests.storage': '5Gi' },
        {},
        {
          claims: [claim('a'), claim('b', { namespace: 'elsewhere' })],
        },
      )(example);
    };
    expect(hintsOn(change, 'quota')[0]).toContain('Up to 10 GiB of');
  });
});
