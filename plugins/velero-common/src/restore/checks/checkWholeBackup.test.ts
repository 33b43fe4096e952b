import { RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn, verdictOn } from '../__testUtils__/verdictOn';

function whole({ wish, snapshot }: RestoreExample) {
  wish.wholeBackup = 'nightly';
  wish.namespaces = [];
  snapshot.pairs = [];
  snapshot.requester.administrator = true;
}

const ADMINISTRATORS_ONLY =
  'stop: Only administrators may restore a whole backup, and only where the policy lets them → Name the namespaces';

describe('checkWholeBackup', () => {
  it.each<[string, (example: RestoreExample) => void, string[]]>([
    ['single namespaces', () => {}, []],
    [
      'nothing at all',
      ({ snapshot }) => {
        snapshot.pairs = [];
      },
      ['stop: No namespace is named → Name at least one'],
    ],
    [
      'all, by an administrator',
      whole,
      [
        "warn: All of backup 'nightly' is restored, into all namespaces that are in it",
      ],
    ],
    [
      'all, by somebody else',
      example => {
        whole(example);
        example.snapshot.requester.administrator = false;
      },
      [ADMINISTRATORS_ONLY],
    ],
    [
      'all, where the policy does not let it be',
      example => {
        whole(example);
        delete example.policies[0].destinations.wholeBackup;
      },
      [ADMINISTRATORS_ONLY],
    ],
    [
      'all, by another name',
      example => {
        whole(example);
        example.wish.wholeBackup = 'nightly-2';
      },
      ["stop: What was typed is not the name of the backup → Type 'nightly'"],
    ],
    [
      'all, of nothing but namespaces of the cluster itself',
      example => {
        whole(example);
        example.snapshot.contents.namespaces = ['kube-system', 'velero'];
      },
      [
        "stop: Backup 'nightly' holds no namespace but those of the cluster itself → Nothing of them is restored by way of the portal",
      ],
    ],
    [
      'all, of which nobody knows what it is',
      example => {
        whole(example);
        example.snapshot.contents = { problem: 'the store does not answer' };
      },
      [
        "warn: All of backup 'nightly' is restored, into all namespaces that are in it",
      ],
    ],
    [
      'all and a namespace',
      example => {
        const { pairs } = example.snapshot;
        whole(example);
        example.snapshot.pairs = pairs;
      },
      [
        'stop: A whole backup and single namespaces are asked for at once → Ask for one of them',
      ],
    ],
  ])('judges a wish for %s', (_name, change, expected) => {
    expect(findingsOn(change, 'whole-backup')).toEqual(expected);
  });

  it('names each namespace but those of the cluster itself', () => {
    const { spec } = verdictOn(example => {
      whole(example);
      example.snapshot.contents.namespaces = [
        'shop',
        'velero',
        'docs',
        'kube-system',
      ];
    });
    expect(spec?.includedNamespaces).toEqual(['docs', 'shop']);
  });

  it('takes what lives in no namespace where the policy lets it', () => {
    const { spec, checks } = verdictOn(example => {
      whole(example);
      example.policies[0].kinds.clusterScoped = [
        'clusterroles.rbac.authorization.k8s.io',
      ];
      example.snapshot.contents.kinds!.push({
        groupVersionKind: 'rbac.authorization.k8s.io/v1/ClusterRole',
        count: 1,
      });
    });
    expect(spec).toMatchObject({
      includeClusterResources: true,
      includedResources: expect.arrayContaining([
        'clusterroles.rbac.authorization.k8s.io',
      ]),
    });
    expect(checks).toContainEqual({
      id: 'cluster-scoped',
      level: 'warn',
      message:
        'All of clusterroles.rbac.authorization.k8s.io that is in the backup is restored, also what others need',
    });
  });
});
