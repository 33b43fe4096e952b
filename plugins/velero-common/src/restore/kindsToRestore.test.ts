import { RestoreExample } from './__testUtils__/restoreExample';
import { verdictOn } from './__testUtils__/verdictOn';
import { LeftBecause } from './kindsToRestore';

/** Group, kind and resource of what is in the backup and served. */
type Kind = [group: string, kind: string, resource: string];

function fateOf(
  [group, kind, resource]: Kind,
  change: (example: RestoreExample) => void = () => {},
  namespaced = true,
) {
  const groupVersionKind = [group, 'v1', kind].filter(Boolean).join('/');
  const { kinds } = verdictOn(example => {
    const { cluster, contents } = example.snapshot;
    cluster.kinds = [{ group, kind, resource, namespaced }];
    contents.kinds = [{ groupVersionKind, count: 1 }];
    change(example);
  });
  return kinds;
}

const wholeBackup = ({ wish, snapshot }: RestoreExample) => {
  wish.wholeBackup = 'nightly';
  snapshot.pairs = [];
  snapshot.requester.administrator = true;
};

describe('kindsToRestore', () => {
  it.each<[LeftBecause | undefined, Kind, boolean]>([
    [undefined, ['', 'ConfigMap', 'configmaps'], true],
    [undefined, ['example.com', 'Widget', 'widgets'], true],
    ['velero', ['', 'Event', 'events'], true],
    ['velero', ['events.k8s.io', 'Event', 'events'], true],
    ['policy', ['rbac.authorization.k8s.io', 'Role', 'roles'], true],
    [
      'policy',
      ['rbac.authorization.k8s.io', 'RoleBinding', 'rolebindings'],
      true,
    ],
    ['policy', ['', 'ResourceQuota', 'resourcequotas'], true],
    ['policy', ['', 'LimitRange', 'limitranges'], true],
    ['policy', ['networking.k8s.io', 'NetworkPolicy', 'networkpolicies'], true],
    ['policy', ['coordination.k8s.io', 'Lease', 'leases'], true],
    ['policy', ['apps', 'ControllerRevision', 'controllerrevisions'], true],
    ['policy', ['velero.io', 'Backup', 'backups'], true],
    ['policy', ['capsule.clastix.io', 'Tenant', 'tenants'], true],
    [
      'policy',
      ['hnc.x-k8s.io', 'SubnamespaceAnchor', 'subnamespaceanchors'],
      true,
    ],
    ['policy', ['argoproj.io', 'Application', 'applications'], true],
    ['policy', ['toolkit.fluxcd.io', 'Kustomization', 'kustomizations'], true],
  ])('leaves because of %s: %j', (left, kind, namespaced) => {
    const [group, , resource] = kind;
    expect(fateOf(kind, undefined, namespaced)).toEqual([
      {
        groupVersionKind: expect.any(String),
        count: 1,
        resource: group ? `${resource}.${group}` : resource,
        ...(left && { left }),
      },
    ]);
  });

  const OF_NOBODY: Array<[LeftBecause, Kind]> = [
    ['made-anyway', ['', 'Namespace', 'namespaces']],
    ['velero', ['', 'Node', 'nodes']],
    ['velero', ['storage.k8s.io', 'CSINode', 'csinodes']],
    ['velero', ['storage.k8s.io', 'VolumeAttachment', 'volumeattachments']],
    ['cluster-scoped', ['storage.k8s.io', 'StorageClass', 'storageclasses']],
    ['with-claims', ['', 'PersistentVolume', 'persistentvolumes']],
    [
      'with-claims',
      [
        'snapshot.storage.k8s.io',
        'VolumeSnapshotContent',
        'volumesnapshotcontents',
      ],
    ],
  ];

  it.each(OF_NOBODY)(
    'tells of what lives in no namespace only with the whole backup, or asked about it, and leaves it because of %s: %j',
    (left, kind) => {
      const [group, , resource] = kind;
      const name = group ? `${resource}.${group}` : resource;
      expect(fateOf(kind, undefined, false)).toEqual([]);
      const [whole] = fateOf(kind, wholeBackup, false);
      expect(whole.left).toBe(left);
      const [wished] = fateOf(
        kind,
        ({ wish }) => void (wish.kinds = [name]),
        false,
      );
      expect(wished.left).toBe(left);
    },
  );

  it.each<[Kind]>([
    [['', 'PersistentVolumeClaim', 'persistentvolumeclaims']],
    [['snapshot.storage.k8s.io', 'VolumeSnapshot', 'volumesnapshots']],
  ])('takes or leaves %j with the volumes', kind => {
    const [taken] = fateOf(kind);
    expect(taken.left).toBeUndefined();
    const [left] = fateOf(kind, ({ wish }) => {
      wish.volumes = 'none';
    });
    expect(left.left).toBe('no-volumes');
  });

  it.each<[string, (example: RestoreExample) => void]>([
    ['not served', () => {}],
    [
      'of a group that is silent',
      ({ snapshot }) => {
        snapshot.cluster.silentGroups = ['cert-manager.io'];
      },
    ],
  ])(
    'tells nothing of what lives in no namespace and is %s',
    (_name, change) => {
      const { allow, kinds } = verdictOn(example => {
        example.snapshot.contents.kinds!.push({
          groupVersionKind: 'cert-manager.io/v1/ClusterIssuer',
          count: 7,
          clusterScoped: true,
        });
        change(example);
      });
      expect(allow).toBe(true);
      expect(JSON.stringify(kinds)).not.toContain('ClusterIssuer');
    },
  );

  it('takes no kind of the same name in another group, or of another name in the same', () => {
    const kind: Kind = ['apps', 'Deployment', 'deployments'];
    for (const other of ['example.com/v1/Deployment', 'apps/v1/Other']) {
      const [fate] = fateOf(kind, ({ snapshot }) => {
        snapshot.contents.kinds = [{ groupVersionKind: other, count: 1 }];
      });
      expect(fate).toEqual({
        groupVersionKind: other,
        count: 1,
        left: 'not-served',
      });
    }
  });

  it.each<[string, (example: RestoreExample) => void, LeftBecause | undefined]>(
    [
      ['wished', ({ wish }) => void (wish.kinds = ['roles.x.io']), undefined],
      [
        'not wished',
        ({ wish }) => void (wish.kinds = ['others']),
        'not-wished',
      ],
      ['not asked about', () => {}, 'not-wished'],
      ['in a whole backup', wholeBackup, undefined],
    ],
  )(
    'takes what lives in no namespace where it is %s',
    (_name, change, left) => {
      const [fate] = fateOf(
        ['x.io', 'Role', 'roles'],
        example => {
          example.policies[0].kinds.clusterScoped = ['*.x.io'];
          change(example);
        },
        false,
      );
      expect(fate.left).toBe(left);
    },
  );
});
