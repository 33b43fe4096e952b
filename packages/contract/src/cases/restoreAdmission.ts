import { equal, match } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ContractCase } from '../ContractCase';
import { makeAdmissionPolicy } from '../fixture/admissionPolicy';
import { CaseContext } from '../fixture/CaseContext';
import type { RegionFixture } from '../fixture/RegionFixture';
import { restorableKinds } from '../fixture/restorableKinds';
import { KubernetesStatus } from '../kubernetes/objects';

const ACCOUNT = 'system:serviceaccount:velero:velero-portal';

interface Restore {
  metadata: {
    name: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  spec: Record<string, unknown>;
  status?: object;
}

/** As the portal makes them. */
function restore(spec: Record<string, unknown> = {}): Restore {
  const id = randomUUID();
  return {
    metadata: {
      name: `rst-${id}`,
      labels: { 'app.kubernetes.io/managed-by': 'velero-for-backstage' },
      annotations: {
        'backstage.io/requested-by': 'user:default/ann',
        'backstage.io/request-id': id,
        'backstage.io/velero-agreed-to': 'a'.repeat(64),
      },
    },
    spec: {
      backupName: 'nightly',
      includedNamespaces: ['orders'],
      includedResources: ['configmaps', 'deployments.apps'],
      includeClusterResources: false,
      restorePVs: false,
      existingResourcePolicy: 'none',
      itemOperationTimeout: '4h0m0s',
      ...spec,
    },
  };
}

/** What the portal may ask for. */
const ADMITTED: Array<[what: string, restore: Restore]> = [
  ['in place', restore()],
  ['over what is there', restore({ existingResourcePolicy: 'update' })],
  [
    'into a new namespace, with volumes',
    restore({
      namespaceMapping: { orders: 'orders-restore-1' },
      includeClusterResources: undefined,
      restorePVs: true,
    }),
  ],
  [
    'some of it, changed on the way',
    restore({
      labelSelector: { matchLabels: { app: 'shop' } },
      resourceModifier: { kind: 'ConfigMap', name: 'no-ingress' },
    }),
  ],
  [
    'a whole backup',
    restore({
      includedNamespaces: ['orders', 'shop'],
      includedResources: [
        'configmaps',
        'customresourcedefinitions.apiextensions.k8s.io',
      ],
      includeClusterResources: true,
    }),
  ],
];

function changed(change: (restore: Restore) => void): Restore {
  const made = restore();
  change(made);
  return made;
}

/** What somebody with the portal's token may not ask for, and what they are told. */
const REFUSED: Array<[restore: Restore, message: RegExp]> = [
  [
    changed(({ metadata }) => {
      metadata.name = 'mine';
    }),
    /is named after its request/,
  ],
  [
    changed(({ metadata }) => {
      metadata.annotations['backstage.io/request-id'] = randomUUID();
    }),
    /is named after its request/,
  ],
  [
    changed(({ metadata }) => {
      metadata.labels = {};
    }),
    /tells by its label and annotations who asked/,
  ],
  [
    changed(({ metadata }) => {
      delete metadata.annotations['backstage.io/requested-by'];
    }),
    /tells by its label and annotations who asked/,
  ],
  [
    changed(({ metadata }) => {
      metadata.annotations['backstage.io/velero-agreed-to'] = 'yes';
    }),
    /what was agreed to/,
  ],
  [
    changed(made => {
      made.status = { phase: 'Completed' };
    }),
    /Velero's to say/,
  ],
  ...Object.entries({
    hooks: { resources: [] },
    scheduleName: 'daily',
    preserveNodePorts: true,
    restoreStatus: { includedResources: ['pods'] },
    excludedNamespaces: ['shop'],
    excludedResources: ['secrets'],
    orLabelSelectors: [{ matchLabels: { app: 'shop' } }],
    uploaderConfig: { parallelFilesDownload: 1 },
  }).map(([key, value]): [Restore, RegExp] => [
    restore({ [key]: value }),
    new RegExp(`never sets ${key} of a Restore`),
  ]),
  [restore({ backupName: undefined }), /names its backup/],
  [restore({ includedNamespaces: undefined }), /names each namespace/],
  [restore({ includedNamespaces: [] }), /names each namespace/],
  [restore({ includedNamespaces: ['*'] }), /names each namespace/],
  [restore({ includedNamespaces: ['orders', 'sh?p'] }), /names each namespace/],
  [
    restore({ namespaceMapping: { shop: 'orders' } }),
    /renames no namespaces but those/,
  ],
  [
    restore({ namespaceMapping: { orders: 'Bad_NS' } }),
    /renames no namespaces but those/,
  ],
  ...['kube-system', 'kube-public', 'default', 'velero', 'openshift-etcd'].map(
    (namespace): [Restore, RegExp] => [
      restore({ namespaceMapping: { orders: namespace } }),
      /Nothing is restored into namespaces of the cluster itself/,
    ],
  ),
  [
    restore({ includedNamespaces: ['orders', 'kube-system'] }),
    /Nothing is restored into namespaces of the cluster itself/,
  ],
  [restore({ includedResources: undefined }), /names each kind/],
  [restore({ includedResources: [] }), /names each kind/],
  [restore({ includedResources: ['*'] }), /names each kind/],
  ...[
    'schedules.velero.io',
    'schedule.velero.io',
    'schedules.v1.velero.io',
    'validatingadmissionpolicies.admissionregistration.k8s.io',
    // Velero takes what a group begins with for the group.
    'schedules.velero',
    'schedules.v',
    'validatingadmissionpolicies.admission',
  ].map((name): [Restore, RegExp] => [
    restore({ includedResources: ['configmaps', name] }),
    /names no kind of Velero or of admission/,
  ]),
  ...[
    // Velero looks for these in all groups.
    'schedules',
    'schedule',
    'backupstoragelocations',
    'bsl',
    'validatingadmissionpolicies',
    'validatingwebhookconfigurations',
    'schedules.',
    // Cases of letters mean nothing to it.
    'Schedules',
    'Schedules.velero.io',
    'schedules.velero.io.',
    'velero.io/v1/schedules',
    // Of the core group, but by other names than the portal gives them, or not for it to restore.
    'cm',
    'configmap',
    'configmaps.',
    'namespaces',
    'nodes',
    'events',
  ].map((name): [Restore, RegExp] => [
    restore({ includedResources: ['configmaps', name] }),
    /each kind by its whole name/,
  ]),
  [restore({ existingResourcePolicy: undefined }), /objects that are there/],
  [restore({ existingResourcePolicy: 'overwrite' }), /objects that are there/],
  [
    restore({
      labelSelector: {
        matchExpressions: [{ key: 'app', operator: 'Exists' }],
      },
    }),
    /by labels and their values only/,
  ],
  [
    restore({ resourceModifier: { kind: 'Secret', name: 'no-ingress' } }),
    /out of a ConfigMap/,
  ],
  [restore({ itemOperationTimeout: '1d' }), /as Go writes durations/],
];

/** Asks as the account that the policy names, without making anything. */
async function tryOut({ kube, region }: RegionFixture, made: Restore) {
  const { code, body } = await kube.ask({
    method: 'POST',
    path: `/apis/velero.io/v1/namespaces/${region.veleroNamespace}/restores`,
    query: { dryRun: 'All', fieldValidation: 'Strict' },
    headers: { 'Impersonate-User': ACCOUNT },
    body: { apiVersion: 'velero.io/v1', kind: 'Restore', ...made },
  });
  return { code, message: (body as KubernetesStatus).message ?? '' };
}

/** Binds the account itself, which is nobody's here. */
async function withPolicy({ a, names }: CaseContext) {
  const namespace = a.region.veleroNamespace;
  const metadata = { name: names.of('restores') };
  await a.make(
    'roles',
    {
      metadata,
      rules: [
        {
          apiGroups: ['velero.io'],
          resources: ['restores'],
          verbs: ['create', 'update', 'patch'],
        },
      ],
    },
    namespace,
  );
  const apiGroup = 'rbac.authorization.k8s.io';
  await a.make(
    'rolebindings',
    {
      metadata,
      roleRef: { apiGroup, kind: 'Role', name: metadata.name },
      subjects: [{ apiGroup, kind: 'User', name: ACCOUNT }],
    },
    namespace,
  );
  await makeAdmissionPolicy(a, 'restore');
  await a.until('the policy counts', async () => {
    const { message } = await tryOut(a, restore({ backupName: undefined }));
    return /names its backup/.test(message);
  });
}

async function admits(context: CaseContext) {
  const { a } = context;
  await withPolicy(context);
  const admitted: typeof ADMITTED = [
    ...ADMITTED,
    [
      'all that the cluster serves',
      restore({ includedResources: await restorableKinds(a.kube) }),
    ],
  ];
  for (const [what, made] of admitted) {
    const { code, message } = await tryOut(a, made);
    equal(code, 201, `${what}: ${message}`);
  }
  // Nobody else is bound by it.
  await a.velero('restores', { backupName: 'no-such-backup' });
}

async function refuses(context: CaseContext) {
  const { a } = context;
  await withPolicy(context);
  for (const [made, expected] of REFUSED) {
    const { code, message } = await tryOut(a, made);
    equal(code, 403, `${expected}: ${message}`);
    match(message, /velero-portal-restore/);
    match(message, expected);
  }
}

async function keeps(context: CaseContext) {
  const { a } = context;
  await withPolicy(context);
  const { metadata, spec } = restore({ backupName: 'no-such-backup' });
  await a.velero('restores', spec, metadata);
  const { code, body } = await a.kube.ask({
    method: 'PATCH',
    path: `/apis/velero.io/v1/namespaces/${a.region.veleroNamespace}/restores/${metadata.name}`,
    headers: { 'Impersonate-User': ACCOUNT },
    contentType: 'application/merge-patch+json',
    body: { metadata: { annotations: { note: 'mine' } } },
  });
  equal(code, 403);
  match(
    (body as KubernetesStatus).message ?? '',
    /makes Restores, and changes none/,
  );
}

export const restoreAdmission: ContractCase[] = [
  {
    id: 'rights/restore-admission',
    title:
      'The policy of `deploy/admission/restore` lets its account make Restores as the portal does, and binds nobody else',
    needs: ['rbac', 'portalUser', 'admissionPolicies'],
    exclusive: true,
    run: admits,
  },
  {
    id: 'rights/restore-admission-refuses',
    title:
      'It refuses its account any other Restore: without a request, of all namespaces or kinds, into those of the cluster, of kinds of Velero or of admission by whatever name, or with fields that the portal never sets',
    needs: ['rbac', 'portalUser', 'admissionPolicies'],
    exclusive: true,
    run: refuses,
  },
  {
    id: 'rights/restore-admission-keeps',
    title: 'It lets its account change no Restore that is there',
    needs: ['rbac', 'portalUser', 'admissionPolicies'],
    exclusive: true,
    run: keeps,
  },
];
