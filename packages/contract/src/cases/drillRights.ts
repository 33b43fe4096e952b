import { equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import type { RegionFixture } from '../fixture/RegionFixture';
import {
  as,
  demandExactly,
  grantOnTop,
  READ_ONLY,
} from '../fixture/bundleRights';
import { makeBundle } from '../fixture/wholeBundle';
import { refusal } from '../kubernetes/ApiFailure';
import { KubernetesStatus } from '../kubernetes/objects';

const REFUSAL = /may delete only the scratch namespaces of drills/;

/** What the role allows; which namespaces, the admission policy says where there is one. */
async function drill({ a, names }: CaseContext) {
  await grantOnTop(a, ['drill']);
  const { portal } = as(a);
  const name = names.of('copy-drill-0123abcd');
  const { metadata } = await a.make('namespaces', { metadata: { name } });
  const reference = { resource: 'namespaces', name } as const;
  const other = portal.remove(reference, {
    preconditions: { uid: 'of another one' },
  });
  equal((await refusal(other)).code, 409);
  await portal.remove(reference, { preconditions: { uid: metadata.uid } });
  await a.until(
    'the namespace is gone',
    async () => !(await a.kube.find(reference)),
  );
  await demandExactly(a, READ_ONLY, { namespaces: ['delete'] });
}

/** Deletes a namespace as the account that the bundle names. */
function removeAsPortal(a: RegionFixture, name: string, dryRun = false) {
  return a.kube.ask({
    method: 'DELETE',
    path: `/api/v1/namespaces/${name}`,
    headers: {
      'Impersonate-User': 'system:serviceaccount:velero:velero-portal',
    },
    ...(dryRun && { query: { dryRun: 'All' } }),
  });
}

async function admission({ a, names }: CaseContext) {
  await makeBundle(a, 'drill');
  const make = async (word: string) => {
    const name = names.of(word);
    await a.make('namespaces', { metadata: { name } });
    return name;
  };
  const others = await Promise.all(
    ['orders', 'orders-drill', 'x-drill-0123abcg', 'x-drill-0123abcd-1'].map(
      make,
    ),
  );
  const scratch = await make('orders-drill-0123abcd');
  // Both the role and the policy count after a moment.
  await a.until('the policy counts', async () => {
    const { code } = await removeAsPortal(a, scratch, true);
    const { body } = await removeAsPortal(a, others[0], true);
    return (
      code === 200 && REFUSAL.test((body as KubernetesStatus).message ?? '')
    );
  });
  for (const name of others) {
    const { code, body } = await removeAsPortal(a, name);
    equal(code, 403);
    match((body as KubernetesStatus).message ?? '', REFUSAL);
    const { status } = await a.kube.get({ resource: 'namespaces', name });
    equal(status?.phase, 'Active');
  }
  equal((await removeAsPortal(a, scratch)).code, 200);
  await a.until(
    'the scratch namespace is gone',
    async () => !(await a.kube.find({ resource: 'namespaces', name: scratch })),
  );
  // Nobody else is bound by it.
  await a.kube.remove({ resource: 'namespaces', name: others[0] });
}

export const drillRights: ContractCase[] = [
  {
    id: 'rights/drill',
    title:
      'The bundle `deploy/rbac/drill` suffices for what it is for, and allows nothing else',
    needs: ['portalUser', 'rbac'],
    exclusive: true,
    run: drill,
  },
  {
    id: 'rights/drill-admission',
    title:
      'With the policy of `deploy/rbac/drill` its account can delete the namespaces of drills, and no others',
    needs: ['rbac', 'portalUser', 'admissionPolicies'],
    exclusive: true,
    run: admission,
  },
];
