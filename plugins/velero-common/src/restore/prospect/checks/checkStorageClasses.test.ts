import { ownNamespace } from '../../__testUtils__/restoreExample';
import { hintsOn, ProspectChange } from '../../__testUtils__/prospectOn';

const ASK =
  ' → Ask an administrator for resource modifiers that change it, which the policy has to name';

/** A backup of another cluster with claims of these classes. */
function withClaims(...classes: Array<string | undefined>): ProspectChange {
  return ({ snapshot, prospect }) => {
    snapshot.pairs[0].origins = [ownNamespace('prod-us', 'shop')];
    snapshot.contents.kinds!.push({
      groupVersionKind: 'v1/PersistentVolumeClaim',
      count: classes.length,
    });
    prospect.archive.value!.claims = classes.map((storageClass, i) => ({
      namespace: 'shop',
      name: `data-${i}`,
      storageClass,
    }));
  };
}

describe('checkStorageClasses', () => {
  it.each<[string, ProspectChange, string[]]>([
    ['no claims', () => {}, []],
    [
      'claims whose classes are there',
      withClaims('fast', undefined, ''),
      ['ok: The cluster has the storage classes of all claims'],
    ],
    [
      'claims whose classes are there, in their own cluster',
      example => {
        withClaims('fast')(example);
        example.snapshot.pairs[0].origins = [ownNamespace('prod-eu', 'shop')];
      },
      [],
    ],
    [
      'a class that is missing',
      withClaims('ssd', 'fast', 'ssd'),
      [
        `warn: Cluster 'prod-eu' has no storage class 'ssd', which these claims name: shop/data-0, shop/data-2${ASK}`,
      ],
    ],
    [
      'a class that is missing, with modifiers',
      example => {
        withClaims('ssd')(example);
        example.policies[0].modifiers = ['to-fast', 'smaller'];
      },
      [
        "warn: Cluster 'prod-eu' has no storage class 'ssd', which these claims name: shop/data-0 → Use resource modifiers that change it, if one of these does: to-fast, smaller",
      ],
    ],
    [
      'no default class',
      example => {
        withClaims(undefined, 'fast')(example);
        example.prospect.storageClasses.value![0].isDefault = false;
      },
      [
        'warn: These claims name no storage class, and the cluster has no default: shop/data-0 → Have one of its storage classes made the default',
      ],
    ],
    [
      'claims that are left out',
      example => {
        withClaims('ssd')(example);
        example.wish.volumes = 'none';
      },
      [],
    ],
    [
      'classes that the portal may not list',
      example => {
        withClaims('ssd')(example);
        example.prospect.storageClasses = {
          forbidden: true,
          problem: 'It may not list them',
        };
      },
      [
        "warn: It is not known whether the cluster has the storage classes of the claims: It may not list them → Have an administrator of the cluster apply the bundle 'preview' of the portal's rights",
      ],
    ],
    [
      'an archive that cannot be read',
      example => {
        withClaims('ssd')(example);
        example.prospect.archive = { forbidden: false, problem: 'It is away' };
      },
      [
        'warn: It is not known whether the cluster has the storage classes of the claims: It is away → Try again',
      ],
    ],
  ])('tells of %s', (_name, change, expected) => {
    expect(hintsOn(change, 'storage-classes')).toEqual(expected);
  });
});
