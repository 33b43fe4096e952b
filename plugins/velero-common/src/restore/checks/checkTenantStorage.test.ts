import { ownNamespace, RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn, verdictOn } from '../__testUtils__/verdictOn';

type Change = (example: RestoreExample) => void;

const INTRO = "In storage location 'archive' its tenant can write: ";

/** In place and without volumes, which is all that may come from there. */
function fromTenant({ wish, snapshot }: RestoreExample) {
  snapshot.location!.tenantOwners = [['group:default/shop']];
  wish.volumes = 'none';
  wish.namespaces = [{ source: 'shop', target: 'shop' }];
  snapshot.pairs[0].target = ownNamespace('prod-eu', 'shop');
}

/** With a kind that the policy lets be restored from elsewhere. */
function withRights(example: RestoreExample) {
  fromTenant(example);
  const kind = 'clusterroles.rbac.authorization.k8s.io';
  example.policies[0].kinds.clusterScoped = [kind];
  example.wish.kinds = [kind];
  example.snapshot.contents.kinds!.push({
    groupVersionKind: 'rbac.authorization.k8s.io/v1/ClusterRole',
    count: 1,
  });
}

describe('checkTenantStorage', () => {
  it.each<[string, Change, string[]]>([
    ["a tenant's", fromTenant, ['ok: Velero v1.18.3 reads archives safely']],
    [
      "a tenant's of several owners, of whom one has the namespace",
      example => {
        fromTenant(example);
        example.snapshot.location!.tenantOwners = [
          ['group:default/other', 'group:default/shop'],
        ];
      },
      ['ok: Velero v1.18.3 reads archives safely'],
    ],
    [
      "a tenant's where the policy allows none",
      example => {
        fromTenant(example);
        example.policies[0].sources.tenantStorage = 'refuse';
      },
      [
        `stop: ${INTRO}the policy allows no restore from there → Choose a backup in another location`,
      ],
    ],
    [
      "a tenant's that the policy trusts",
      ({ policies, snapshot }) => {
        snapshot.location!.tenantOwners = [['group:default/other']];
        policies[0].sources.tenantStorage = 'trust';
      },
      [],
    ],
    [
      "a tenant's, for a new namespace",
      example => {
        fromTenant(example);
        const { target } = example.snapshot.pairs[0];
        Object.assign(target, { uid: undefined, owners: [], proven: false });
      },
      [
        `stop: ${INTRO}it is restored only to namespaces that are there and belong to the tenant, not to 'shop' → Choose a namespace of the tenant`,
        'ok: Velero v1.18.3 reads archives safely',
      ],
    ],
    [
      "a tenant's, for another namespace of the requester",
      example => {
        fromTenant(example);
        example.snapshot.pairs[0].target.owners = ['group:default/other'];
      },
      [
        `stop: ${INTRO}it is restored only to namespaces that are there and belong to the tenant, not to 'shop' → Choose a namespace of the tenant`,
        'ok: Velero v1.18.3 reads archives safely',
      ],
    ],
    [
      "a tenant's that another one can write to as well",
      example => {
        fromTenant(example);
        example.snapshot.location!.tenantOwners!.push(['group:default/other']);
      },
      [
        `stop: ${INTRO}it is restored only to namespaces that are there and belong to the tenant, not to 'shop' → Choose a namespace of the tenant`,
        'ok: Velero v1.18.3 reads archives safely',
      ],
    ],
    [
      "a tenant's, with volumes",
      example => {
        fromTenant(example);
        example.wish.volumes = 'restore';
      },
      [
        `stop: ${INTRO}no volumes are restored, which could be disks of others → Restore without volumes`,
        'ok: Velero v1.18.3 reads archives safely',
      ],
    ],
    [
      "a tenant's, for an old server",
      example => {
        fromTenant(example);
        example.snapshot.cluster.veleroVersion = 'v1.18.0';
      },
      [
        `stop: ${INTRO}only Velero from v1.18.1 on reads such archives safely, and the version here is v1.18.0 → Have Velero brought up to date`,
      ],
    ],
    [
      "a tenant's, for a server of unknown version",
      example => {
        fromTenant(example);
        example.snapshot.cluster.veleroVersion = undefined;
      },
      [
        `stop: ${INTRO}only Velero from v1.18.1 on reads such archives safely, and the version here is not known → Have the portal be allowed to create serverstatusrequests`,
      ],
    ],
    [
      "a tenant's, as a whole",
      example => {
        fromTenant(example);
        example.snapshot.pairs = [];
        example.wish.wholeBackup = 'nightly';
        example.snapshot.requester.administrator = true;
      },
      [
        `stop: ${INTRO}a backup is not restored as a whole → Name the namespaces`,
        'ok: Velero v1.18.3 reads archives safely',
      ],
    ],
    [
      "a tenant's, with kinds that live in no namespace",
      withRights,
      [
        `stop: ${INTRO}nothing is restored that lives in no namespace, as clusterroles.rbac.authorization.k8s.io → Restore other kinds`,
        'ok: Velero v1.18.3 reads archives safely',
      ],
    ],
    [
      "the platform's, with kinds that live in no namespace",
      example => {
        withRights(example);
        delete example.snapshot.location!.tenantOwners;
      },
      [],
    ],
  ])('judges a location that is %s', (_name, change, expected) => {
    expect(findingsOn(change, 'tenant-storage', 'server-version')).toEqual(
      expected,
    );
  });

  it('lets a tenant restore in place what it may have written itself', () => {
    expect(verdictOn(fromTenant)).toMatchObject({ allow: true, reasons: [] });
  });
});
