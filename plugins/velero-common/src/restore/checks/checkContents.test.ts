import { RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn, verdictOn } from '../__testUtils__/verdictOn';

function holding(...kinds: Array<[groupVersionKind: string, count: number]>) {
  return ({ snapshot }: RestoreExample) => {
    snapshot.contents = {
      namespaces: ['shop'],
      kinds: kinds.map(([groupVersionKind, count]) => ({
        groupVersionKind,
        count,
      })),
    };
  };
}

const NOTHING =
  'stop: Nothing of what is asked for is in the backup → Choose another restore point, or other kinds';

describe('checkContents', () => {
  it.each<[string, (example: RestoreExample) => void, string[]]>([
    [
      'what may come back',
      () => {},
      [
        'ok: 5 objects of 2 kinds are in the backup to be restored, as far as labels do not narrow them',
      ],
    ],
    ['nothing', holding(), [NOTHING]],
    [
      'nobody knows what',
      ({ snapshot }) => {
        snapshot.contents = { problem: 'the store does not answer' };
      },
      [
        'stop: It is not known what is in the backup: the store does not answer → Try again; without its list of objects nothing is restored',
      ],
    ],
    [
      'kinds that do not come back',
      holding(
        ['v1/ConfigMap', 1],
        ['rbac.authorization.k8s.io/v1/RoleBinding', 2],
        ['argoproj.io/v1alpha1/Application', 3],
        ['example.com/v1/Widget', 4],
        ['v1/Event', 5],
        ['rbac.authorization.k8s.io/v1/ClusterRole', 6],
        ['v1/Namespace', 1],
      ),
      [
        'ok: 1 objects of 1 kinds are in the backup to be restored, as far as labels do not narrow them',
        'warn: 2 of rolebindings.rbac.authorization.k8s.io are not restored: the policy leaves the kind out',
        'warn: 3 of applications.argoproj.io are not restored: the policy leaves the kind out',
        'warn: 4 of example.com/v1/Widget are not restored: the cluster does not know the kind',
        'warn: 5 of events are not restored: Velero never restores them',
      ],
    ],
    [
      'what lives in no namespace, and is wished all the same',
      example => {
        holding(
          ['v1/ConfigMap', 1],
          ['rbac.authorization.k8s.io/v1/ClusterRole', 6],
        )(example);
        example.wish.kinds = [
          'configmaps',
          'clusterroles.rbac.authorization.k8s.io',
        ];
      },
      [
        'ok: 1 objects of 1 kinds are in the backup to be restored, as far as labels do not narrow them',
        'warn: 6 of clusterroles.rbac.authorization.k8s.io are not restored: they live in no namespace, and the policy does not let them',
      ],
    ],
    [
      'volumes of others alone',
      example => {
        holding(['v1/PersistentVolume', 3])(example);
        example.wish.kinds = ['secrets'];
      },
      [NOTHING, 'warn: Nothing of secrets is in the backup'],
    ],
    [
      'a kind of the same name in another group',
      holding(['example.com/v1/ConfigMap', 1]),
      [
        NOTHING,
        'warn: 1 of example.com/v1/ConfigMap is not restored: the cluster does not know the kind',
      ],
    ],
    [
      'kinds that the cluster is silent about',
      example => {
        holding(['v1/ConfigMap', 1], ['example.com/v1/Widget', 4])(example);
        example.snapshot.cluster.silentGroups = ['example.com'];
      },
      [
        'ok: 1 objects of 1 kinds are in the backup to be restored, as far as labels do not narrow them',
        'stop: 4 of example.com/v1/Widget are in the backup, and the cluster does not tell now whether it knows the kind → Try again; when it stays so, an APIService of the cluster does not answer',
      ],
    ],
    [
      'one of two kinds that are wished',
      example => {
        example.wish.kinds = ['configmaps', 'secrets'];
      },
      [
        'ok: 3 objects of 1 kinds are in the backup to be restored, as far as labels do not narrow them',
        'warn: Nothing of secrets is in the backup',
      ],
    ],
    [
      'nothing that is wished',
      example => {
        example.wish.kinds = ['secrets'];
      },
      [NOTHING, 'warn: Nothing of secrets is in the backup'],
    ],
    [
      'what the policy leaves out, although it is wished',
      example => {
        holding(['rbac.authorization.k8s.io/v1/RoleBinding', 2])(example);
        example.wish.kinds = ['rolebindings.rbac.authorization.k8s.io'];
      },
      [
        NOTHING,
        'warn: 2 of rolebindings.rbac.authorization.k8s.io are not restored: the policy leaves the kind out',
      ],
    ],
    [
      'what is left out with volumes, of which another check tells once',
      example => {
        holding(
          ['v1/ConfigMap', 1],
          ['v1/Pod', 2],
          ['v1/PersistentVolumeClaim', 3],
          ['v1/Event', 4],
        )(example);
        example.wish.volumes = 'none';
      },
      [
        'ok: 1 objects of 1 kinds are in the backup to be restored, as far as labels do not narrow them',
        'warn: 4 of events are not restored: Velero never restores them',
      ],
    ],
    [
      'kinds that are wished, and left out with volumes all the same',
      example => {
        holding(['v1/ConfigMap', 1], ['v1/Pod', 2])(example);
        example.wish.kinds = ['configmaps', 'pods'];
        example.wish.volumes = 'none';
      },
      [
        'ok: 1 objects of 1 kinds are in the backup to be restored, as far as labels do not narrow them',
        'warn: 2 of pods are not restored: volumes are left out',
      ],
    ],
  ])('judges a backup that holds %s', (_name, change, expected) => {
    expect(findingsOn(change, 'contents', 'kinds')).toEqual(expected);
  });

  it('names the kind that a finding is about', () => {
    const { checks } = verdictOn(
      holding(['v1/ConfigMap', 1], ['v1/Event', 1], ['a.b/v1/C', 1]),
    );
    expect(
      checks.filter(({ id }) => id === 'kinds').map(({ subject }) => subject),
    ).toEqual(['events', 'a.b/v1/C']);
  });

  it.each<[string, (example: RestoreExample) => void, string[]]>([
    ['that the policy allows and nobody wishes', () => {}, []],
    [
      'that are wished, without volumes',
      ({ wish }) => {
        wish.kinds = ['configmaps', 'clusterroles.rbac.authorization.k8s.io'];
        wish.volumes = 'none';
      },
      [
        'warn: All of clusterroles.rbac.authorization.k8s.io that is in the backup is restored, also what others need',
      ],
    ],
    [
      'that are wished, with volumes, which might be of others',
      ({ wish }) => {
        wish.kinds = ['configmaps', 'clusterroles.rbac.authorization.k8s.io'];
      },
      [
        'stop: clusterroles.rbac.authorization.k8s.io cannot be restored together with volumes → Ask for them in a request of their own, without volumes',
      ],
    ],
  ])('judges kinds without namespace %s', (_name, change, expected) => {
    const findings = findingsOn(example => {
      holding(
        ['v1/ConfigMap', 1],
        ['rbac.authorization.k8s.io/v1/ClusterRole', 1],
      )(example);
      example.policies[0].kinds.clusterScoped = [
        'clusterroles.rbac.authorization.k8s.io',
      ];
      change(example);
    }, 'cluster-scoped');
    expect(findings).toEqual(expected);
  });
});
