import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ContractCase } from '../ContractCase';
import { answered } from '../fixture/answered';
import { CaseContext } from '../fixture/CaseContext';
import type { RegionFixture } from '../fixture/RegionFixture';
import { credentialData } from '../fixture/storeCredential';
import {
  begun,
  ended,
  madeIn,
  onboarded,
  planned,
  removeTenant,
  withTenant,
} from '../fixture/TenantFixture';
import { runTool } from '../tools/runTool';

/** Velero as it is after an installation without a location; afterwards everything is as it was. */
async function freshVelero(context: CaseContext) {
  const { a, names } = context;
  await withoutLocations(a, () =>
    withTenant(context, async tenant => {
      const onboarding = { ...tenant, request: inFirst(tenant.request) };
      const { warnings } = await planned(a, onboarding);
      // It answered, so that its plugins are known.
      ok(!warnings.some(({ code }) => code === 'plugin-unknown'));
      const { clusters } = await onboarded(a, onboarding, tenant.right);
      deepEqual(
        clusters.map(({ cluster, state }) => [cluster, state]),
        [[a.region.name, 'applied']],
      );
      const name = `${names.prefix}--${a.region.name}`;
      const { status } = await a.get('backupstoragelocations', name);
      equal(status?.phase, 'Available');
      const { veleroNamespace } = a.region;
      const path = `/locations/${a.region.name}/${veleroNamespace}/${name}/verify`;
      const body = await answered(
        a,
        () => tenant.portal.post<{ phase: string }>(path, {}),
        ({ code }) => code === 200,
      );
      equal(body.phase, 'Available');
    }),
  );
}

/** The same request for the first of its clusters alone. */
function inFirst(request: object): object {
  const { clusters } = request as { clusters: object[] };
  return { ...request, clusters: clusters.slice(0, 1) };
}

/** Takes all storage locations out of a region while something runs. */
async function withoutLocations(a: RegionFixture, run: () => Promise<void>) {
  const { veleroNamespace: namespace } = a.region;
  const collection = { resource: 'backupstoragelocations', namespace } as const;
  const { items } = await a.kube.list(collection);
  for (const { metadata } of items) {
    await a.kube.remove({ ...collection, name: metadata.name });
  }
  try {
    await run();
  } finally {
    for (const { metadata, spec } of items) {
      const { name, labels } = metadata;
      await a.kube.create(collection, { metadata: { name, labels }, spec });
    }
    for (const { metadata } of items) {
      await a.phase('backupstoragelocations', metadata.name, 'Available');
    }
  }
}

/** When the portal is stopped, in milliseconds after it has begun. */
const MOMENTS = 8;
const BETWEEN_MOMENTS = 150;

/** A Secret, two locations, four schedules. */
const WHOLE = 7;

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
    await a.until(
      'a plan knows of all that was made',
      async () => {
        const { changes } = await planned(a, onboarding);
        return changes.every(({ change }) => change === 'unchanged');
      },
      { pace: 1_000 },
    );
    const again = await onboarded(a, onboarding, tenant.right);
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

/** The files of a pull request lead to what applying the plan would have made. */
async function manifests(context: CaseContext) {
  const { a, b, names, objectStore } = context;
  await withTenant(context, async tenant => {
    const { manifests: files } = await planned(a, tenant);
    const folder = await mkdtemp(join(tmpdir(), 'velero-contract-'));
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const { key } = objectStore.credential;
    for (const region of [a, b]) {
      await region.make(
        'secrets',
        {
          metadata: { name: `${names.prefix}--credentials--v1` },
          data: { [key]: await credentialData(context) },
        },
        region.region.veleroNamespace,
      );
      const { code, stderr } = await runTool({
        file: context.target.tools.kubectl!,
        args: ['apply', '-k', join(folder, 'overlays', region.region.name)],
        kubeconfig: region.region.kubeconfig,
        folder,
        signal: context.signal,
      });
      equal(code, 0, stderr);
    }
    await rm(folder, { recursive: true });
    await a.phase(
      'backupstoragelocations',
      `${names.prefix}--${a.region.name}`,
      'Available',
    );
    const { changes } = await planned(a, tenant);
    const others = changes.filter(({ kind }) => kind !== 'Secret');
    equal(others.length, 2 * (WHOLE - 1));
    deepEqual(
      others.filter(({ change }) => change !== 'unchanged'),
      [],
    );
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
    id: 'onboarding/fresh-velero',
    title:
      'The portal onboards a tenant by a Velero that has no storage location yet, which it finds by asking the server',
    needs: ['portalUser', 'rbac', 'objectStore', 'secondRegion'],
    exclusive: true,
    run: freshVelero,
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
  {
    id: 'onboarding/manifests',
    title:
      '`kubectl apply -k` of the files of a plan makes what applying the plan would make',
    needs: ['portalUser', 'rbac', 'objectStore', 'secondRegion', 'kubectl'],
    exclusive: true,
    run: manifests,
  },
];
