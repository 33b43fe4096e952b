import { deepEqual, equal, match } from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { Operation, TenantPlanResponse } from 'backstage-plugin-velero-common';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { openDatabase, OWNED, Portal, startPortal } from '../fixture/Portal';
import type { RegionFixture } from '../fixture/RegionFixture';
import { grantBundles } from '../fixture/rightsBundle';
import { StoreCredential, storeCredential } from '../fixture/storeCredential';

/** When the portal is stopped, in milliseconds after it has begun. */
const MOMENTS = 8;
const BETWEEN_MOMENTS = 150;

/** A Secret, two locations, four schedules. */
const WHOLE = 7;

interface Onboarding {
  portal: Portal;
  /** Stops the portal and starts another one on its database. */
  restart(): Promise<void>;
  request: object;
  right: StoreCredential;
}

/** Has a tenant with a namespace of the same name in both regions, and a portal that may onboard it. */
async function withTenant(
  context: CaseContext,
  run: (onboarding: Onboarding) => Promise<void>,
) {
  const { a, b } = context;
  const regions = [a, b];
  const namespace = await a.namespace({ settings: {} }, OWNED);
  await b.make('namespaces', { metadata: { name: namespace, ...OWNED } });
  for (const region of regions) {
    await grantBundles(region, ['read-only', 'onboard', 'credentials']);
  }
  const url = outsideUrl(context);
  const { hostname } = new URL(url);
  const database = openDatabase();
  const start = () =>
    startPortal({
      regions,
      claims: regions.map(({ region }) => `${region.name}/${namespace}`),
      onboarding: { plainHttpHosts: [hostname] },
      database,
    });
  const tenant: Onboarding = {
    portal: await start(),
    restart: async () => {
      await tenant.portal.stop();
      tenant.portal = await start();
    },
    request: tenantRequest(context, url, namespace),
    right: await storeCredential(context),
  };
  try {
    await run(tenant);
  } finally {
    await tenant.portal.stop();
    await database.destroy();
    await removeTenant(context);
  }
}

function outsideUrl({ objectStore }: CaseContext): string {
  if (!objectStore.outsideUrl) {
    throw new Error('The case must say that it needs `secondRegion`');
  }
  return objectStore.outsideUrl;
}

function tenantRequest(
  { a, b, names, objectStore }: CaseContext,
  endpoint: string,
  namespace: string,
) {
  return {
    tenant: names.prefix,
    owner: 'group:default/payments',
    scope: 'tenant',
    storage: {
      provider: 'other-s3',
      values: { endpoint, region: objectStore.config.region },
      bucket: objectStore.bucket,
      credential: { given: {} },
    },
    clusters: [a, b].map(({ region }) => ({
      cluster: region.name,
      namespaces: [namespace],
    })),
  };
}

/** What the portal has made of a tenant in a region, beside Secrets, which nobody lists by labels here. */
async function madeIn(a: RegionFixture, tenant: string): Promise<string[]> {
  const { veleroNamespace: namespace } = a.region;
  const made = [];
  for (const resource of [
    'backupstoragelocations',
    'schedules',
    'secrets',
  ] as const) {
    const { items } = await a.kube.list({ resource, namespace });
    made.push(
      ...items
        .filter(({ metadata }) => metadata.name.startsWith(`${tenant}--`))
        .map(({ metadata }) => `${resource}/${metadata.name}`),
    );
  }
  return made.sort();
}

async function removeTenant({ a, b, names }: CaseContext) {
  for (const fixture of [a, b]) {
    for (const line of await madeIn(fixture, names.prefix)) {
      const [resource, name] = line.split('/') as [
        'backupstoragelocations' | 'schedules' | 'secrets',
        string,
      ];
      const { veleroNamespace: namespace } = fixture.region;
      await fixture.kube.remove({ resource, namespace, name });
    }
  }
}

async function planned(
  a: RegionFixture,
  { portal, request }: Onboarding,
): Promise<TenantPlanResponse> {
  return a.until('the portal knows what a plan needs', async () => {
    const { body } = await portal.post<TenantPlanResponse>('/tenants/plan', {
      request,
    });
    return body.plan && body;
  });
}

/** Begins an operation, and gives its id. */
async function begun(
  { portal, request }: Onboarding,
  credential: StoreCredential,
): Promise<string> {
  const { code, body } = await portal.post<Operation>('/tenants', {
    request,
    credentials: {
      credentials: {
        accessKeyId: credential.accessKey,
        secretAccessKey: credential.secretKey,
      },
    },
  });
  equal(code, 202, JSON.stringify(body));
  return body.id;
}

async function ended(
  a: RegionFixture,
  tenant: Onboarding,
  id: string,
): Promise<Operation> {
  return a.until('the operation has ended', async () => {
    const path = `/operations/${id}`;
    const { body } = await tenant.portal.get<Operation>(path);
    return body.state !== 'running' && body;
  });
}

async function onboarded(
  a: RegionFixture,
  tenant: Onboarding,
  credential: StoreCredential,
): Promise<Operation> {
  return ended(a, tenant, await begun(tenant, credential));
}

async function twoRegions(context: CaseContext) {
  const { a, b, names } = context;
  await withTenant(context, async tenant => {
    const request = { ...tenant.request, firstBackup: true };
    const onboarding = { ...tenant, request };
    await planned(a, onboarding);
    const first = await onboarded(a, onboarding, tenant.right);
    deepEqual(
      first.clusters.map(({ cluster, state }) => [cluster, state]),
      [
        [a.region.name, 'applied'],
        [b.region.name, 'applied'],
      ],
    );
    const location = `${names.prefix}--${a.region.name}`;
    for (const { region, get } of [a, b].map(fixture => ({
      region: fixture.region.name,
      get: () => fixture.get('backupstoragelocations', location),
    }))) {
      equal((await get()).status?.phase, 'Available', region);
    }
    const backup = `${location}--all-first-${first.id.slice(0, 8)}`;
    equal((await a.get('backups', backup)).status?.phase, 'Completed');
    await b.until('the other region lists the backup', () =>
      b.find('backups', backup),
    );
    const made = await madeIn(a, names.prefix);
    equal(made.filter(line => line.startsWith('schedules/')).length, 4);
    const again = await onboarded(a, tenant, tenant.right);
    deepEqual(
      again.clusters.map(({ state }) => state),
      ['unchanged', 'unchanged'],
    );
    deepEqual(await madeIn(a, names.prefix), made);
  });
}

async function wrongKey(context: CaseContext) {
  const { a, b, names } = context;
  await withTenant(context, async tenant => {
    await planned(a, tenant);
    const { accessKey } = tenant.right;
    const wrong = { accessKey, secretKey: 'wrong' };
    const { state, clusters } = await onboarded(a, tenant, wrong);
    equal(state, 'failed');
    for (const { state: outcome, message } of clusters) {
      equal(outcome, 'undone');
      match(
        message ?? '',
        /Velero cannot use location .*SignatureDoesNotMatch/s,
      );
    }
    deepEqual(await madeIn(a, names.prefix), []);
    deepEqual(await madeIn(b, names.prefix), []);
    // The name of the Secret is free again.
    const right = await onboarded(a, tenant, tenant.right);
    equal(right.state, 'succeeded');
  });
}

/** A portal that stops in the middle leaves the old state or the new one to the next, wherever the middle is. */
async function interrupted(context: CaseContext) {
  const { a, b, names } = context;
  await withTenant(context, async tenant => {
    for (let moment = 0; moment < MOMENTS; moment++) {
      await planned(a, tenant);
      const id = await begun(tenant, tenant.right);
      await setTimeout(moment * BETWEEN_MOMENTS);
      await tenant.restart();
      const { clusters } = await ended(a, tenant, id);
      for (const [index, region] of [a, b].entries()) {
        const { state, message } = clusters[index];
        const made = await madeIn(region, names.prefix);
        const expected = { undone: 0, applied: WHOLE }[state as string];
        equal(made.length, expected, `${moment}: ${state} ${message}: ${made}`);
      }
      await removeTenant(context);
    }
  });
}

export const onboarding: ContractCase[] = [
  {
    id: 'onboarding/two-regions',
    title:
      'The portal gives a tenant locations, schedules and a first backup in two regions, which read each other’s; a second time it changes nothing',
    needs: ['portalUser', 'rbac', 'objectStore', 'secondRegion'],
    exclusive: true,
    run: twoRegions,
  },
  {
    id: 'onboarding/wrong-key',
    title:
      'With a wrong key the portal tells what Velero says, and takes back all that it has made',
    needs: ['portalUser', 'rbac', 'objectStore', 'secondRegion'],
    exclusive: true,
    run: wrongKey,
  },
  {
    id: 'onboarding/interrupted',
    title:
      'When the portal stops while it onboards a tenant, the next one leaves each region as before or as planned, and says which',
    needs: ['portalUser', 'rbac', 'objectStore', 'secondRegion'],
    exclusive: true,
    run: interrupted,
  },
];
