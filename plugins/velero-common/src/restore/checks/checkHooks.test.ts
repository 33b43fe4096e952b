import { RestoreExample } from '../__testUtils__/restoreExample';
import { findingsOn, verdictOn } from '../__testUtils__/verdictOn';

const pods =
  (count: number) =>
  ({ snapshot }: RestoreExample) => {
    snapshot.contents.kinds!.push({ groupVersionKind: 'v1/Pod', count });
    snapshot.hooks = Array.from({ length: count }, (_, i) => ({
      namespace: 'shop',
      pod: `db-${i}`,
    }));
  };

const ONE =
  'These pods have Velero run commands when they are restored: shop/db-0';

describe('checkHooks', () => {
  it.each<[string, (example: RestoreExample) => void, string[]]>([
    ['no pods', () => {}, []],
    [
      'no pods, and nobody knows of hooks',
      ({ snapshot }) => {
        snapshot.hooks = undefined;
      },
      [],
    ],
    [
      'pods without hooks',
      example => {
        pods(1)(example);
        example.snapshot.hooks = [];
      },
      [],
    ],
    [
      'a pod with hooks',
      pods(1),
      [
        `warn: ${ONE}; the policy does not allow it, so pods are left to their controllers`,
      ],
    ],
    [
      'pods of which nobody knows',
      example => {
        pods(1)(example);
        example.snapshot.hooks = undefined;
      },
      [
        'warn: It is not known whether pods in the backup have Velero run commands; the policy does not allow it, so pods are left to their controllers',
      ],
    ],
    [
      'hooks that the policy allows',
      example => {
        pods(1)(example);
        example.policies[0].hooks = true;
      },
      [`warn: ${ONE}`],
    ],
    [
      'many hooks that the policy allows',
      example => {
        pods(7)(example);
        example.policies[0].hooks = true;
      },
      [
        'warn: These pods have Velero run commands when they are restored: shop/db-0, shop/db-1, shop/db-2, shop/db-3, shop/db-4, 2 more',
      ],
    ],
    [
      'exactly as many as are named',
      example => {
        pods(5)(example);
        example.policies[0].hooks = true;
      },
      [
        'warn: These pods have Velero run commands when they are restored: shop/db-0, shop/db-1, shop/db-2, shop/db-3, shop/db-4',
      ],
    ],
    [
      'a pod with hooks whose volumes were saved as files',
      example => {
        pods(1)(example);
        example.snapshot.volumes = [
          {
            namespace: 'shop',
            claim: 'data',
            method: 'PodVolumeBackup',
            dataMoved: false,
          },
        ];
      },
      [
        `stop: ${ONE}; the policy does not allow it, and the data of volumes comes back only with their pods → Restore without volumes, or ask an administrator`,
      ],
    ],
    [
      'a pod with hooks, and nobody knows of its volumes',
      example => {
        pods(1)(example);
        example.snapshot.volumes = undefined;
      },
      [
        `stop: ${ONE}; the policy does not allow it, and the data of volumes comes back only with their pods → Restore without volumes, or ask an administrator`,
      ],
    ],
    [
      'a pod with hooks that is left out with the volumes',
      example => {
        pods(1)(example);
        example.wish.volumes = 'none';
      },
      [],
    ],
    [
      'a pod with hooks of a kind that nobody wishes',
      example => {
        pods(1)(example);
        example.wish.kinds = ['configmaps'];
      },
      [],
    ],
  ])('judges a backup with %s', (_name, change, expected) => {
    expect(findingsOn(change, 'hooks')).toEqual(expected);
  });

  it('leaves pods out unless it is known that they run nothing', () => {
    const resources = (hooks?: []) =>
      verdictOn(example => {
        pods(1)(example);
        example.snapshot.hooks = hooks;
      }).spec?.includedResources;
    expect(resources(undefined)).not.toContain('pods');
    expect(resources([])).toContain('pods');
  });
});
