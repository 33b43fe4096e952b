import {
  newNamespace,
  ownNamespace,
  RestoreExample,
} from '../__testUtils__/restoreExample';
import { findingsOn, verdictOn } from '../__testUtils__/verdictOn';

const HINT = '→ New namespaces may be called: shop-restore-*';
const NEITHER =
  "of cluster 'prod-eu' is neither proven to be yours nor a new one that the policy lets you have";

function to(example: RestoreExample, target = ownNamespace('prod-eu', 'shop')) {
  example.snapshot.pairs[0].target = target;
}

describe('checkTargets', () => {
  it.each<[string, (example: RestoreExample) => void, string]>([
    ['new', () => {}, "ok: Namespace 'shop-restore-1' will be new"],
    [
      'new under a name that is not allowed',
      example => to(example, newNamespace('prod-eu', 'shop-2')),
      `stop: Namespace 'shop-2' ${NEITHER} ${HINT}`,
    ],
    [
      'new under a name that the permission is not granted for',
      example => {
        example.snapshot.pairs[0].target.proven = false;
      },
      `stop: Namespace 'shop-restore-1' ${NEITHER} ${HINT}`,
    ],
    [
      "somebody else's",
      example =>
        to(example, { ...ownNamespace('prod-eu', 'bank'), proven: false }),
      `stop: Namespace 'bank' ${NEITHER} ${HINT}`,
    ],
    [
      "somebody else's with a name that is allowed",
      example =>
        to(example, {
          ...ownNamespace('prod-eu', 'shop-restore-7'),
          proven: false,
        }),
      `stop: Namespace 'shop-restore-7' ${NEITHER} ${HINT}`,
    ],
    [
      'the source itself',
      example => to(example),
      "warn: Namespace 'shop' is there already",
    ],
    [
      'the source itself, where the policy does not let it be',
      example => {
        to(example);
        delete example.policies[0].destinations.sameNamespace;
      },
      `stop: The policy does not let you restore over namespace 'shop' ${HINT}`,
    ],
    [
      'another namespace of the requester',
      example => to(example, ownNamespace('prod-eu', 'docs')),
      "warn: Namespace 'docs' is there already",
    ],
    [
      'another namespace of the requester, where the policy does not let it be',
      example => {
        to(example, ownNamespace('prod-eu', 'docs'));
        delete example.policies[0].destinations.otherNamespace;
      },
      `stop: The policy does not let you restore over namespace 'docs' ${HINT}`,
    ],
    [
      'new where the policy allows no new ones',
      example => {
        delete example.policies[0].destinations.newNamespace;
      },
      `stop: Namespace 'shop-restore-1' ${NEITHER} → The policy allows no new namespaces; choose one of yours`,
    ],
    [
      'being deleted',
      example =>
        to(example, { ...ownNamespace('prod-eu', 'shop'), terminating: true }),
      "stop: Namespace 'shop' is being deleted → Wait until it is gone; what keeps it may be a finalizer",
    ],
    ...['kube-system', 'openshift', 'openshift-etcd', 'default', 'velero'].map(
      (name): [string, (example: RestoreExample) => void, string] => [
        `called ${name}`,
        example => to(example, ownNamespace('prod-eu', name)),
        `stop: Namespace '${name}' belongs to the cluster itself → Choose another name`,
      ],
    ),
    [
      'where a Velero works',
      example => {
        example.snapshot.cluster.veleroNamespaces = ['backup'];
        to(example, ownNamespace('prod-eu', 'backup'));
      },
      "stop: Namespace 'backup' belongs to the cluster itself → Choose another name",
    ],
    ...['shop/other', '*', 'Shop', '-shop', 'shop-', 'a'.repeat(64), ''].map(
      (name): [string, (example: RestoreExample) => void, string] => [
        `called '${name.slice(0, 12)}'`,
        example => to(example, ownNamespace('prod-eu', name)),
        `stop: '${name}' is no name of a namespace → Use up to 63 small letters, digits and hyphens, with a letter or digit at both ends`,
      ],
    ),
  ])('judges a target that is %s', (_name, change, expected) => {
    expect(findingsOn(change, 'target')).toEqual([expected]);
  });

  it.each([['kubernetes'], ['openshifts'], ['default-2'], ['a'.repeat(63)]])(
    'takes %s for an ordinary name',
    name => {
      expect(
        findingsOn(
          example => to(example, ownNamespace('prod-eu', name)),
          'target',
        ),
      ).toEqual([`warn: Namespace '${name}' is there already`]);
    },
  );

  it.each<[string, Array<[string, string]>, string[]]>([
    [
      'two in one',
      [
        ['shop', 'shop-restore-1'],
        ['docs', 'shop-restore-1'],
      ],
      Array(2).fill(
        "stop: Several namespaces would be restored to 'shop-restore-1' → Give each a namespace of its own",
      ),
    ],
    [
      'one in two',
      [
        ['shop', 'shop-restore-1'],
        ['shop', 'shop-restore-2'],
      ],
      Array(2).fill(
        "stop: Namespace 'shop' would be restored to several places → Ask for each place in a request of its own",
      ),
    ],
    [
      'a chain',
      [
        ['shop', 'docs'],
        ['docs', 'docs-restore-1'],
      ],
      [
        "stop: 'docs' would be restored to and from at the same time → Ask for them one after the other",
        "ok: Namespace 'docs-restore-1' will be new",
      ],
    ],
    [
      'two beside each other',
      [
        ['shop', 'shop-restore-1'],
        ['docs', 'docs'],
      ],
      [
        "ok: Namespace 'shop-restore-1' will be new",
        "warn: Namespace 'docs' is there already",
      ],
    ],
  ])('judges %s', (_name, pairs, expected) => {
    const findings = findingsOn(({ snapshot }) => {
      snapshot.backup!.selection = { includes: ['*'], excludes: [] };
      snapshot.pairs = pairs.map(([source, target]) => ({
        source,
        origins: [ownNamespace('prod-eu', source)],
        target: target.includes('restore')
          ? newNamespace('prod-eu', target)
          : ownNamespace('prod-eu', target),
      }));
    }, 'target');
    expect(findings).toEqual(expected);
  });

  it('names each namespace that it is about', () => {
    const { checks } = verdictOn(example => to(example));
    expect(checks.find(({ id }) => id === 'target')?.subject).toBe('shop');
  });
});
