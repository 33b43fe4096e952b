import { equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { makeAdmissionPolicy } from '../fixture/admissionPolicy';
import {
  ADMITTED,
  AskedRestore,
  REFUSED,
  restore,
} from '../fixture/askedRestores';
import { CaseContext } from '../fixture/CaseContext';
import type { RegionFixture } from '../fixture/RegionFixture';
import { restorableKinds } from '../fixture/restorableKinds';
import { KubernetesStatus } from '../kubernetes/objects';

const ACCOUNT = 'system:serviceaccount:velero:velero-portal';

/** Asks as the account that the policy names, without making anything. */
async function tryOut({ kube, region }: RegionFixture, made: AskedRestore) {
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
