import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
  DrillsResponse,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { ContractCase } from '../ContractCase';
import { answered } from '../fixture/answered';
import { CaseContext } from '../fixture/CaseContext';
import { OWNED, Portal, startPortal } from '../fixture/Portal';
import type { RegionFixture } from '../fixture/RegionFixture';
import { BundleName, grantBundles } from '../fixture/rightsBundle';

const DRILLS = '/entities/by-name/component/default/payments/drills';
const BUNDLES: BundleName[] = ['read-only', 'logs', 'restore'];

interface Trying {
  portal: Portal;
  namespace: string;
}

/** A namespace of the owner with a finished backup, and a portal that has these bundles. */
async function withBackup(
  { a }: CaseContext,
  bundles: BundleName[],
  run: (trying: Trying) => Promise<void>,
) {
  const namespace = await a.namespace({ settings: { colour: 'blue' } }, OWNED);
  await a.make(
    'services',
    { metadata: { name: 'shop' }, spec: { ports: [{ port: 80 }] } },
    namespace,
  );
  await a.endedBackup({ includedNamespaces: [namespace] });
  await grantBundles(a, bundles);
  const claims = [`${a.region.name}/${namespace}`];
  const portal = await startPortal({ regions: [a], claims });
  try {
    await run({ portal, namespace });
  } finally {
    await portal.stop();
  }
}

/** Asks until the portal knows enough of the cluster to say what is expected. */
function asked(
  a: RegionFixture,
  { portal, namespace }: Trying,
  isExpected: (code: number, message: string) => boolean,
): Promise<RestoreRequestDetails> {
  return answered(
    a,
    () =>
      portal.post<RestoreRequestDetails>(DRILLS, { key: `drill-${namespace}` }),
    ({ code, body: { error } }) => isExpected(code, error?.message ?? ''),
  );
}

async function drill(context: CaseContext) {
  const { a } = context;
  await withBackup(context, [...BUNDLES, 'drill'], async trying => {
    const { portal, namespace } = trying;
    const { id, wish } = await asked(a, trying, code => code === 201);
    const [{ source, target }] = wish.namespaces;
    equal(source, namespace);
    match(target, /-drill-[0-9a-f]{8}$/);
    const request = await a.until('the drill is over', async () => {
      const { body } = await portal.get<RestoreRequestDetails>(
        `/restore-requests/${id}`,
      );
      return ['done', 'failed'].includes(body.drill?.cleanup ?? '') && body;
    });
    equal(request.state, 'succeeded', JSON.stringify(request.outcome));
    equal(request.drill?.cleanup, 'done', JSON.stringify(request.drill));
    const { result } = request.drill!;
    deepEqual(result?.reasons, []);
    ok(result.proven && result.itemsRestored > 0);
    match(result.limits.join(), /1 of services/);
    equal(
      await a.kube.find({ resource: 'namespaces', name: target }),
      undefined,
    );
    await a.kube.get({ resource: 'configmaps', namespace, name: 'settings' });
    const { status } = await a.get('restores', `rst-${id}`);
    equal(status?.phase, 'Completed');
    const { body } = await portal.get<DrillsResponse>(DRILLS);
    equal(body.lastProven?.request, id);
  });
}

async function withoutRight(context: CaseContext) {
  const { a } = context;
  await withBackup(context, BUNDLES, async trying => {
    await asked(
      a,
      trying,
      (code, message) => code === 409 && message.includes('deploy/rbac/drill'),
    );
    const { items } = await a.kube.list(a.reference('restores', ''));
    deepEqual(
      items.filter(({ spec }) => isOf(spec, trying.namespace)),
      [],
    );
  });
}

/** Whether a Restore takes something of a namespace. */
function isOf(spec: unknown, namespace: string): boolean {
  return JSON.stringify(spec ?? {}).includes(namespace);
}

export const restoreDrills: ContractCase[] = [
  {
    id: 'restore-request/drill',
    title:
      'A drill restores into a scratch namespace what neither runs nor reaches outside, and nothing of it is left but its Restore',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: drill,
  },
  {
    id: 'restore-request/drill-without-right',
    title:
      'A drill is refused before it begins where the portal may not remove what it makes',
    needs: ['portalUser', 'rbac', 'objectStore'],
    exclusive: true,
    run: withoutRight,
  },
];
