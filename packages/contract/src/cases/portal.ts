import { deepEqual, equal, ok } from 'node:assert/strict';
import {
  BackupDetails,
  BackupSummary,
  ClusterFreshness,
  EntityResponse,
  ScheduleSummary,
} from 'backstage-plugin-velero-common';
import { ContractCase } from '../ContractCase';
import { answered } from '../fixture/answered';
import { CaseContext } from '../fixture/CaseContext';
import { OWNED, Portal, startPortal } from '../fixture/Portal';
import type { RegionFixture } from '../fixture/RegionFixture';
import { grantBundles, grantRole } from '../fixture/rightsBundle';

/** In Velero's seconds, which pass faster on a simulated cluster; the portal tries again in its own time. */
const PATIENCE = { seconds: 1_200 };

const ENTITY = '/entities/by-name/component/default/payments';

/** Starts a portal that has the bundle `read-only` in these regions, and stops it after the case. */
async function withPortal(
  regions: RegionFixture[],
  namespaces: string[],
  run: (portal: Portal) => Promise<void>,
) {
  for (const region of regions) {
    await grantBundles(region, ['read-only']);
  }
  const claims = regions.flatMap(({ region }) =>
    namespaces.map(namespace => `${region.name}/${namespace}`),
  );
  const portal = await startPortal({ regions, claims });
  try {
    await run(portal);
  } finally {
    await portal.stop();
  }
}

async function live(a: RegionFixture, portal: Portal, path: string) {
  return a.until(
    'every cluster is live',
    async () => {
      const { code, body } = await portal.get<EntityResponse<BackupSummary>>(
        path,
      );
      return code === 200 && body.clusters.every(isLive) && body;
    },
    PATIENCE,
  );
}

function isLive({ state }: ClusterFreshness): boolean {
  return state === 'live';
}

async function findBackup(
  a: RegionFixture,
  portal: Portal,
  demand: (backup: BackupSummary) => boolean,
) {
  return a.until('the portal shows the backup', async () => {
    const { body } = await portal.get<EntityResponse<BackupSummary>>(
      `${ENTITY}/backups`,
    );
    return body.items?.find(demand);
  });
}

/** A time of Kubernetes as the portal writes it. */
function asIso(time = ''): string {
  return new Date(time).toISOString();
}

async function ownersBackups({ a }: CaseContext) {
  const namespace = await a.namespace({ settings: {} }, OWNED);
  await withPortal([a], [namespace], async portal => {
    await live(a, portal, `${ENTITY}/backups`);
    const { metadata, status } = await a.endedBackup({
      includedNamespaces: [namespace],
    });
    const shown = await findBackup(
      a,
      portal,
      ({ name, phase }) => name === metadata.name && phase === 'Completed',
    );
    deepEqual(
      {
        outcome: shown.outcome,
        startedAt: shown.startedAt,
        completedAt: shown.completedAt,
        expiresAt: shown.expiresAt,
        itemsDone: shown.itemsDone,
        namespaces: shown.namespaces,
        shared: shown.shared,
        origin: shown.origin,
      },
      {
        outcome: 'ok',
        startedAt: asIso(status?.startTimestamp),
        completedAt: asIso(status?.completionTimestamp),
        expiresAt: asIso(status?.expiration),
        itemsDone: status?.progress?.itemsBackedUp,
        namespaces: [namespace],
        shared: false,
        origin: 'this-cluster',
      },
    );
    const path = `/clusters/${a.region.name}/backups/${a.region.veleroNamespace}/${metadata.name}`;
    const { body } = await portal.get<BackupDetails>(path);
    deepEqual(body.spec.includedNamespaces, [namespace]);
    equal(body.ttl, '720h0m0s');
    equal((await portal.get(path, 'user:default/visitor')).code, 404);
    const visitor = await portal.get<{ error: { name: string } }>(
      `${ENTITY}/backups`,
      'user:default/visitor',
    );
    equal(visitor.body.error.name, 'OwnershipNotProvenError');
  });
}

async function otherRegion({ a, b, objectStore }: CaseContext) {
  const namespace = await a.namespace({}, OWNED);
  await b.make('namespaces', { metadata: { name: namespace, ...OWNED } });
  const { bucket } = objectStore;
  await b.location({
    objectStorage: { bucket, prefix: a.region.name },
    accessMode: 'ReadOnly',
  });
  const { metadata } = await a.endedBackup({ includedNamespaces: [namespace] });
  await withPortal([a, b], [namespace], async portal => {
    const shown = await findBackup(
      b,
      portal,
      ({ name, cluster }) =>
        name === metadata.name && cluster === b.region.name,
    );
    equal(shown.origin, 'other-cluster');
    equal(shown.originCluster, a.region.name);
    equal(shown.location?.accessMode, 'ReadOnly');
  });
}

async function refusedSchedule({ a }: CaseContext) {
  const namespace = await a.namespace({}, OWNED);
  const { metadata } = await a.velero('schedules', {
    schedule: '99 * * * *',
    template: { includedNamespaces: [namespace] },
  });
  await withPortal([a], [namespace], async portal => {
    const shown = await a.until('the schedule is refused', async () => {
      const { body } = await portal.get<EntityResponse<ScheduleSummary>>(
        `${ENTITY}/schedules`,
      );
      return body.items?.find(
        ({ name, phase }) =>
          name === metadata.name && phase === 'FailedValidation',
      );
    });
    deepEqual(shown.validationErrors, [
      'invalid schedule: end of range (99) above maximum (59): "99"',
    ]);
  });
}

async function missingRight({ a, names }: CaseContext) {
  const name = names.of('few-rights');
  await grantRole(a, {
    kind: 'ClusterRole',
    metadata: { name },
    rules: [
      {
        apiGroups: ['velero.io'],
        resources: ['backups', 'backupstoragelocations'],
        verbs: ['get', 'list', 'watch'],
      },
      {
        apiGroups: [''],
        resources: ['namespaces'],
        verbs: ['get', 'list', 'watch'],
      },
    ],
  });
  const portal = await startPortal({ regions: [a], claims: [] });
  try {
    // Until every list has been refused, the reason may name another of them.
    await answered(
      a,
      () => portal.get<{ items: ClusterFreshness[] }>('/clusters'),
      ({ body }) =>
        body.items[0].state === 'forbidden' &&
        /may not list schedules\.velero\.io/.test(body.items[0].reason ?? ''),
    );
  } finally {
    await portal.stop();
  }
}

async function outage({ a }: CaseContext) {
  const namespace = await a.namespace({}, OWNED);
  const { metadata } = await a.endedBackup({ includedNamespaces: [namespace] });
  await withPortal([a], [namespace], async portal => {
    await live(a, portal, `${ENTITY}/backups`);
    const restarted = a.disturb.restartApiServer();
    const stale = await a.until('the cluster is stale', async () => {
      const { body } = await portal.get<EntityResponse<BackupSummary>>(
        `${ENTITY}/backups`,
      );
      return body.clusters.some(({ state }) => state === 'stale') && body;
    });
    ok(stale.clusters[0].staleSince);
    ok(stale.items.some(({ name }) => name === metadata.name));
    await restarted;
    await live(a, portal, `${ENTITY}/backups`);
  });
}

/** Each alone, as they all grant to the one user who has no rights otherwise. */
export const portal: ContractCase[] = [
  {
    id: 'portal/owners-backups',
    title:
      "With the bundle `read-only` the portal shows an owner's backups as Velero has them, and nobody else's",
    run: ownersBackups,
  },
  {
    id: 'portal/other-region',
    title:
      'The portal shows a backup of another region with the cluster that made it',
    needs: ['secondRegion' as const, 'objectStore' as const],
    run: otherRegion,
  },
  {
    id: 'portal/refused-schedule',
    title: "The portal shows a schedule that Velero refuses in Velero's words",
    run: refusedSchedule,
  },
  {
    id: 'portal/missing-right',
    title: 'The portal names the right that it lacks',
    run: missingRight,
  },
  {
    id: 'portal/outage',
    title:
      'While the API server is away the portal shows what it knew and since when; it recovers by itself',
    needs: ['disturbance' as const],
    run: outage,
  },
].map(contractCase => ({
  ...contractCase,
  needs: ['portalUser', 'rbac', ...(contractCase.needs ?? [])],
  exclusive: true,
}));
