import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import {
  createVeleroNamespaceConditionalDecision,
  veleroNamespaceConditions,
} from '../access/conditionExports';
import { namespace } from '../__testUtils__/paymentsFleet';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const OWNER = 'payments-owner';

/** Puts in what a backup finds, and has Velero make one of `payments` alone and one of everything. */
function populate({ objects }: SandboxCluster) {
  objects.put('namespaces', namespace('payments', 'group:payments'));
  objects.put('namespaces', namespace('shop', 'group:default/shop'));
  for (const owner of ['payments', 'shop']) {
    objects.put('configmaps', {
      metadata: { name: `${owner}-settings`, namespace: owner },
    });
  }
  objects.put('backupstoragelocations', {
    metadata: { name: 'archive', namespace: 'velero' },
    spec: { provider: 'aws', objectStorage: { bucket: 'store' } },
  });
}

function backup(name: string, spec: object) {
  return {
    metadata: { name, namespace: 'velero' },
    spec: { storageLocation: 'archive', ttl: '720h0m0s', ...spec },
  };
}

async function untilAvailable({ objects }: SandboxCluster) {
  const location = () =>
    objects.get('backupstoragelocations', 'archive', 'velero');
  while (!JSON.stringify(location()).includes('"Available"')) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

describe('what Velero stored beside a backup', () => {
  let sandbox: Sandbox;
  let portal: TestPortal;
  let eu: SandboxCluster;
  let logged: string[];

  async function start(decide?: PermissionsService['authorizeConditional']) {
    sandbox = await startSandbox({
      clusters: [{ name: 'eu', populate }],
      buckets: ['store'],
      // A sync would take away the backup whose files a test removes from the bucket.
      timing: { validation: 20, queue: 30, sync: 600_000, backup: [20, 20] },
    });
    eu = sandbox.cluster('eu');
    portal = await startPortal({
      clusters: clustersConfig(sandbox),
      entities: [componentOf({ name: 'payments-api', claims: 'eu/payments' })],
      decide,
      onLog: text => logged.push(text),
    });
    await untilAvailable(eu);
    eu.objects.put(
      'backups',
      backup('own', { includedNamespaces: ['payments'] }),
    );
    eu.objects.put('backups', backup('all', { includedNamespaces: ['*'] }));
    eu.objects.put(
      'backups',
      backup('bad', {
        includedNamespaces: ['payments'],
        storageLocation: 'nowhere',
      }),
    );
  }

  beforeEach(() => {
    logged = [];
  });

  afterEach(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  const pathOf = (name: string) => `/clusters/eu/backups/velero/${name}`;

  const untilFinished = (name: string) =>
    portal.eventually(pathOf(name), OWNER, ({ body }) =>
      expect(body).toMatchObject({ lifecycle: 'finished' }),
    );

  async function ask(name: string, what: string, user = OWNER) {
    const response = await portal.get(`${pathOf(name)}/${what}`, user);
    expect(response.text).not.toMatch(/X-Amz|\/buckets\//);
    return response;
  }

  const untilNothingIsLeft = async () => {
    const deadline = Date.now() + 10_000;
    while (
      eu.objects.list('downloadrequests').length > 0 &&
      Date.now() < deadline
    ) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect(eu.objects.list('downloadrequests')).toEqual([]);
  };

  it('is given to the owner of all that is in it', async () => {
    await start();
    await untilFinished('own');
    const log = await ask('own', 'logs');
    expect(log.status).toBe(200);
    expect(log.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(log.text).toMatch(/level=info msg=/);

    const { body: results } = await ask('own', 'results');
    expect(results).toEqual({ items: [], truncated: false });

    const { body: resources } = await ask('own', 'resources?q=payments-set');
    expect(resources).toEqual({
      items: [
        {
          groupVersionKind: 'v1/ConfigMap',
          namespace: 'payments',
          name: 'payments-settings',
        },
      ],
      totalItems: 1,
      truncated: false,
    });

    const { body: volumes } = await ask('own', 'volumes');
    expect(volumes).toEqual({ items: [], totalItems: 0, truncated: false });
    await untilNothingIsLeft();
    expect(eu.requests.get('create', 'downloadrequests')).toBe(4);
  });

  it('shows its link in no log line', async () => {
    await start();
    await untilFinished('own');
    sandbox.buckets.get('store')?.removeAll('backups/own/');
    for (const what of ['logs', 'results', 'resources', 'volumes']) {
      expect((await ask('own', what)).status).toBe(404);
    }
    await untilNothingIsLeft();
    await portal.stop();
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('')).not.toMatch(/X-Amz/);
  });

  it('is narrowed to the reader’s namespaces where others have a part in it', async () => {
    await start();
    await untilFinished('all');
    const resources = await ask('all', 'resources');
    expect(resources.status).toBe(200);
    expect(resources.text).toMatch(/payments-settings/);
    expect(resources.text).not.toMatch(/shop|kube-system/);
    expect((await ask('all', 'results')).status).toBe(200);
    const log = await ask('all', 'logs');
    expect(log.status).toBe(403);
    expect(log.body.error.message).toMatch(
      /^Backup 'all' also holds, or may hold, namespaces of others/,
    );
  });

  it('is as unknown to others as the backup is', async () => {
    await start();
    await untilFinished('own');
    const { body } = await portal.get(pathOf('own'), 'shop-owner');
    for (const what of ['logs', 'results', 'resources', 'volumes']) {
      for (const user of ['shop-owner', 'visitor']) {
        const response = await ask('own', what, user);
        expect(response.status).toBe(404);
        expect(response.body.error.message).toBe(body.error.message);
      }
      expect((await portal.get(`${pathOf('own')}/${what}`)).status).toBe(401);
    }
  });

  it('is not asked for where there is none', async () => {
    await start();
    await untilFinished('bad');
    const { status, body } = await ask('bad', 'logs');
    expect(status).toBe(404);
    expect(body.error.message).toMatch(/its validation errors say why$/);
    expect(eu.requests.get('create', 'downloadrequests')).toBe(0);
  });

  it('is missing when the bucket has lost it', async () => {
    await start();
    await untilFinished('own');
    sandbox.buckets.get('store')?.removeAll('backups/own/');
    const { status, body } = await ask('own', 'results');
    expect(status).toBe(404);
    expect(body.error).toMatchObject({
      name: 'ArtifactError',
      reason: 'missing',
    });
    await untilNothingIsLeft();
  });

  it('fails with the right that is missing', async () => {
    await start();
    await untilFinished('own');
    eu.faults.set({ forbidden: ['downloadrequests'] });
    const { status, body } = await ask('own', 'logs');
    expect(status).toBe(502);
    expect(body.error).toMatchObject({ reason: 'right-missing' });
    expect(body.error.message).toMatch(/deploy\/rbac\/logs$/);
  });

  it.each(['limit=0', 'limit=1001', 'offset=-1', 'limit=x'])(
    'is refused for %s',
    async query => {
      await start();
      const { status } = await ask('own', `resources?${query}`);
      expect(status).toBe(400);
    },
  );

  describe('to the permission policy', () => {
    const decide =
      (
        permission: string,
        decision: 'deny' | 'elsewhere',
      ): PermissionsService['authorizeConditional'] =>
      async requests =>
        requests.map(request => {
          if (request.permission.name !== permission) {
            return { result: AuthorizeResult.ALLOW };
          }
          return decision === 'deny'
            ? { result: AuthorizeResult.DENY }
            : createVeleroNamespaceConditionalDecision(
                request.permission as Parameters<
                  typeof createVeleroNamespaceConditionalDecision
                >[0],
                veleroNamespaceConditions.inCluster({ clusters: ['us'] }),
              );
        });

    it.each([
      ['velero.backup.logs.read', 'deny', [403, 200, 200, 200]],
      ['velero.backup.logs.read', 'elsewhere', [403, 200, 200, 200]],
      ['velero.backup.contents.read', 'deny', [200, 403, 403, 403]],
      ['velero.backup.contents.read', 'elsewhere', [200, 403, 403, 403]],
    ] as const)('is %s, here %s', async (permission, decision, expected) => {
      await start(decide(permission, decision));
      await untilFinished('own');
      const kinds = ['logs', 'results', 'resources', 'volumes'];
      const answers = await Promise.all(kinds.map(kind => ask('own', kind)));
      expect(answers.map(({ status }) => status)).toEqual(expected);
      const refused = answers.find(({ status }) => status === 403);
      expect(refused?.body.error.message).toContain(permission);
    });
  });
});
