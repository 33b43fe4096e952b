import { randomUUID } from 'node:crypto';
import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { backupNameOf } from 'backstage-plugin-velero-common';
import {
  createVeleroNamespaceConditionalDecision,
  veleroNamespaceConditions,
} from '../access/conditionExports';
import { backup } from '../__testUtils__/paymentsFleet';
import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

const NAME = /^payments-api-eu-\d{14}(-\d)?$/;

describe('back up now', () => {
  let fixture: BackupNowFixture;

  const start = async (
    options?: Parameters<typeof BackupNowFixture.start>[0],
  ) => {
    fixture = await BackupNowFixture.start(options);
  };

  afterEach(() => fixture?.stop());

  const untilEnded = async (name: string) => {
    const { body } = await fixture.portal.eventually(
      `/clusters/eu/backups/velero/${name}`,
      'payments-owner',
      response =>
        expect(response.body).toMatchObject({ lifecycle: 'finished' }),
    );
    return body;
  };

  describe('makes a backup', () => {
    beforeEach(() => start());

    it('that Velero completes, of the chosen namespaces alone', async () => {
      const { status, body } = await fixture.backUp({
        namespaces: ['payments-db', 'payments'],
        keepFor: '48h',
        volumes: 'none',
      });
      expect(status).toBe(201);
      expect(body).toEqual({
        cluster: 'eu',
        veleroNamespace: 'velero',
        name: expect.stringMatching(NAME),
        namespaces: ['payments', 'payments-db'],
        storageLocation: 'archive',
        keepFor: '48h',
        volumes: 'none',
      });
      expect(await untilEnded(body.name)).toMatchObject({
        phase: 'Completed',
        namespaces: ['payments', 'payments-db'],
        shared: false,
        ttl: '48h',
      });
    });

    it('whose object says no more than was chosen, and who asked', async () => {
      fixture.cluster.velero.stop();
      await fixture.backUp();
      const [made] = fixture.backups();
      expect(made.spec).toEqual({
        includedNamespaces: ['payments'],
        storageLocation: 'archive',
        ttl: '720h',
      });
      expect(made.metadata).toMatchObject({
        labels: { 'app.kubernetes.io/managed-by': 'velero-for-backstage' },
        annotations: {
          'backstage.io/requested-by': 'user:default/payments-owner',
          'backstage.io/entity-ref': 'component:default/payments-api',
        },
      });
    });

    it('and has the auditor know of it', async () => {
      const { body } = await fixture.backUp();
      expect(fixture.auditor.events).toEqual([
        {
          eventId: 'backup-mutate',
          severityLevel: 'medium',
          user: expect.stringContaining('payments-owner'),
          meta: {
            actionType: 'create',
            entityRef: 'component:default/payments-api',
            cluster: 'eu',
            namespaces: ['payments'],
          },
          outcome: 'success',
          result: body,
        },
      ]);
    });

    it('for each of those who ask in the same second', async () => {
      const answers = await Promise.all([
        fixture.backUp(),
        fixture.backUp(),
        fixture.backUp(),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      const names = new Set(answers.map(({ body }) => body.name));
      expect(names.size).toBe(3);
      expect(fixture.backups()).toHaveLength(3);
    });
  });

  describe('makes nothing', () => {
    beforeEach(() => start());

    async function expectRefused(
      request: object,
      status: number,
      message: RegExp,
      user?: string,
    ) {
      const response = await fixture.backUp(request, user);
      expect(response.body.error?.message).toMatch(message);
      expect(response.status).toBe(status);
      expect(fixture.backups()).toEqual([]);
      const { body } = await fixture.options();
      expect(body.quota).toEqual({ limit: 6, left: 6 });
      return response.body.error;
    }

    it('in a location that is not available, and says what Velero says', async () => {
      const error = await expectRefused(
        { storageLocation: 'broken' },
        409,
        /^No backup was made: storage location 'broken' of cluster 'eu' cannot be used\. It is Unavailable\. Velero says: BackupStorageLocation "broken" is unavailable: .*NoSuchBucket/,
      );
      expect(error).toMatchObject({ reason: 'location-unusable' });
      expect(fixture.auditor.events).toMatchObject([
        { outcome: 'fail', error: error.message },
      ]);
    });

    it('in a location that is not available in the cluster, whatever the portal knows of it', async () => {
      const { objects, requests, velero } = fixture.cluster;
      velero.stop();
      objects.put('backupstoragelocations', {
        ...objects.get('backupstoragelocations', 'archive', 'velero')!,
        status: { phase: 'Unavailable', message: 'the bucket is full' },
      });
      await expectRefused(
        { storageLocation: 'archive' },
        409,
        /'archive' of cluster 'eu' cannot be used\. It is Unavailable\. Velero says: the bucket is full$/,
      );
      expect(requests.get('get', 'backupstoragelocations')).toBe(1);
    });

    it.each([
      ['copy', 409, /'copy'.*It is read-only in this cluster/],
      ['somebody-elses', 400, /can go to: archive, broken, copy\. A location/],
      ['nowhere', 400, /'storageLocation' is 'nowhere'/],
    ])('in the location %s', async (storageLocation, status, message) => {
      await expectRefused({ storageLocation }, status, message);
    });

    it.each([
      ['unmarked', 403, /kubectl --context eu annotate namespace unmarked/],
      ['shop', 403, /kubectl --context eu annotate namespace shop/],
      ['kube-system', 403, /does not claim namespace 'kube-system'/],
      ['velero', 400, /Velero itself works in namespace 'velero'/],
    ])(
      'of namespace %s, even beside an own one',
      async (name, status, message) => {
        const namespaces = ['payments', name];
        const error = await expectRefused({ namespaces }, status, message);
        expect(error.message).not.toMatch(/namespace payments\b/);
      },
    );

    it.each(['shop-owner', 'visitor'])('for %s', async user => {
      await expectRefused({}, 403, /not proven/, user);
      expect((await fixture.options(user)).status).toBe(403);
    });

    it('for nobody', async () => {
      const path = '/entities/by-name/component/default/payments-api/backups';
      const body = { cluster: 'eu', namespaces: ['payments'] };
      expect((await fixture.portal.post(path, body)).status).toBe(401);
    });

    it.each([
      [{ keepFor: '30d' }, /'30d' is no duration.*as 720h/],
      [{ keepFor: '1m' }, /at least 1h/],
      [{ keepFor: '' }, /write it in hours/],
      [{ spec: { hooks: {} } }, /NOT have additional properties/],
      [{ includedResources: ['secrets'] }, /NOT have additional properties/],
      [{ volumes: 'all' }, /volumes/],
      [{ namespaces: [] }, /namespaces/],
      [{ namespaces: ['*'] }, /namespaces/],
      [{ namespaces: ['payments', 'pay*'] }, /namespaces/],
      [{ cluster: 'us' }, /'payments' of cluster 'us'/],
      [{ veleroNamespace: 'other' }, /can be backed up by Velero in: velero/],
      [{ requestId: 'mine' }, /requestId/],
    ])('for %j', async (request, message) => {
      const status = 'cluster' in request ? 403 : 400;
      await expectRefused(request, status, message);
    });
  });

  describe('counts', () => {
    it('for each user, also when requests come at once, and says when the next is possible', async () => {
      await start({ settings: { backupNow: { perUserAndHour: 1 } } });
      const answers = await Promise.all([fixture.backUp(), fixture.backUp()]);
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, 429]);
      const refused = answers.find(({ status }) => status === 429)!;
      const { error } = refused.body;
      expect(error.reason).toBe('limit-reached');
      expect(error.message).toContain(`possible at ${error.possibleAt}`);
      expect(fixture.backups()).toHaveLength(1);
      const { body } = await fixture.options();
      expect(body.quota).toEqual({
        limit: 1,
        left: 0,
        nextAt: error.possibleAt,
      });
      expect((await fixture.backUp({}, 'engineer')).status).toBe(201);
    });

    it('what a request makes whose double was broken off', async () => {
      await start();
      const requestId = randomUUID();
      const untilHeld = (count: number) =>
        fixture.untilOptions(() => expect(fixture.proxy.held).toBe(count));
      fixture.proxy.hold(/backupstoragelocations\/archive/);
      const first = fixture.backUp({ requestId });
      const firstEnd = first.catch((error: Error) => error.message);
      await untilHeld(1);
      const second = fixture.backUp({ requestId }).then(response => response);
      await untilHeld(2);
      first.abort();
      expect(await firstEnd).toMatch(/abort/i);
      await fixture.untilOptions(() =>
        expect(fixture.auditor.events).toMatchObject([
          { outcome: 'fail' },
          { eventId: 'backup-mutate' },
        ]),
      );
      fixture.proxy.letGo();
      expect((await second).status).toBe(201);
      expect(fixture.backups()).toHaveLength(1);
      const { body } = await fixture.options();
      expect(body.quota.left).toBe(5);
    });
  });

  describe('when an answer is lost', () => {
    const requestId = randomUUID();

    beforeEach(() => start());

    it('looks by name, and finds what was made', async () => {
      fixture.proxy.lose('answer');
      const { status, body } = await fixture.backUp();
      expect(status).toBe(201);
      expect(fixture.backups()).toHaveLength(1);
      expect(fixture.backups()[0].metadata.name).toBe(body.name);
    });

    it('looks by name, and sends again what did not arrive', async () => {
      fixture.proxy.lose('request');
      expect((await fixture.backUp()).status).toBe(201);
      expect(fixture.backups()).toHaveLength(1);
    });

    it('says that it is not known, and what to look for; the same request then finds it', async () => {
      fixture.proxy.lose('everything-after');
      const unclear = await fixture.backUp({ requestId });
      expect(unclear.status).toBe(504);
      const [{ metadata }] = fixture.backups();
      expect(unclear.body.error).toMatchObject({
        reason: 'not-known',
        backup: {
          cluster: 'eu',
          veleroNamespace: 'velero',
          name: metadata.name,
        },
        message: expect.stringContaining(
          `kubectl --context eu --namespace velero get backups.velero.io ${metadata.name}`,
        ),
      });
      expect(fixture.auditor.events).toMatchObject([{ outcome: 'fail' }]);

      expect((await fixture.backUp({ requestId })).body.error).toMatchObject({
        reason: 'not-known',
      });
      fixture.proxy.recover();
      await fixture.untilOptions(({ clusters, quota }) => {
        expect(clusters).toMatchObject([{ state: 'live' }]);
        expect(quota.left).toBe(5);
      });
      const again = await fixture.backUp({ requestId });
      expect(again.status).toBe(201);
      expect(again.body.name).toBe(metadata.name);
      expect(fixture.backups()).toHaveLength(1);
    });

    it('between browser and portal, the same request makes nothing new', async () => {
      const answers = await Promise.all([
        fixture.backUp({ requestId }),
        fixture.backUp({ requestId }),
      ]);
      answers.push(await fixture.backUp({ requestId }));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(answers.map(({ body }) => body.name)).size).toBe(1);
      expect(fixture.backups()).toHaveLength(1);
      const other = await fixture.backUp({ requestId, keepFor: '1h' });
      expect(other.status).toBe(400);
      expect(other.body.error.message).toMatch(/take a new one/);
    });
  });

  describe('knows a request that comes again', () => {
    const requestId = randomUUID();

    beforeEach(() => start());

    it('also when it leaves to the portal what the portal had chosen, or names just that', async () => {
      const first = await fixture.backUp({ requestId });
      const named = { storageLocation: 'archive', veleroNamespace: 'velero' };
      const again = await fixture.backUp({ requestId, ...named });
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body).toEqual(first.body);
      expect(await fixture.backUp({ requestId })).toMatchObject({
        body: first.body,
      });
    });

    it.each([{ storageLocation: 'broken' }, { veleroNamespace: 'other' }])(
      'from another one that wants %j',
      async other => {
        const first = await fixture.backUp({ requestId });
        await expectOther(first.body.name, { requestId, ...other });
      },
    );

    it('from one that comes at the same moment and wants another location', async () => {
      fixture.cluster.objects.put('schedules', {
        metadata: { name: 'other', namespace: 'velero' },
        spec: {
          schedule: '0 2 * * *',
          paused: true,
          template: {
            includedNamespaces: ['payments'],
            storageLocation: 'somebody-elses',
          },
        },
      });
      await fixture.untilOptions(({ items }) =>
        expect(items[0].locations).toContainEqual(
          expect.objectContaining({ name: 'somebody-elses' }),
        ),
      );
      const answers = await Promise.all([
        fixture.backUp({ requestId, storageLocation: 'archive' }),
        fixture.backUp({ requestId, storageLocation: 'somebody-elses' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      expect(fixture.backups()).toHaveLength(1);
    });

    it('also when both find their name taken, one of them later', async () => {
      const { cluster, proxy } = fixture;
      cluster.velero.stop();
      const now = Date.now();
      for (let second = 0; second < 60; second++) {
        const time = new Date(now + second * 1_000);
        const name = backupNameOf({
          entity: 'payments-api',
          cluster: 'eu',
          time,
        });
        cluster.objects.put('backups', backup(name));
      }
      const untilHeld = (count: number) =>
        fixture.untilOptions(() => expect(proxy.held).toBe(count));
      proxy.hold(/\/backups\/payments-api-eu-\d{14}$/);
      const first = fixture.backUp({ requestId }).then(response => response);
      await untilHeld(1);
      const second = fixture.backUp({ requestId }).then(response => response);
      await untilHeld(2);
      proxy.letOneGo();
      expect((await first).body.name).toMatch(/-2$/);
      // Names hold the second.
      await new Promise(resolve => setTimeout(resolve, 1_100));
      proxy.letGo();
      const answers = await Promise.all([first, second]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(new Set(answers.map(({ body }) => body.name)).size).toBe(1);
      expect(fixture.backups()).toHaveLength(61);
    });

    it('from one for another entity', async () => {
      const first = await fixture.backUp({ requestId });
      await expectOther(first.body.name, { requestId }, 'payments-web');
    });

    async function expectOther(name: string, request: object, entity?: string) {
      const { status, body } = await fixture.backUp(request, undefined, entity);
      expect(body.error.message).toMatch(
        `'requestId' belongs to the request that made backup '${name}'; take a new one`,
      );
      expect(status).toBe(400);
      expect(fixture.backups()).toHaveLength(1);
    }
  });

  it('makes nothing in a cluster that is down', async () => {
    await start();
    fixture.cluster.faults.set({ down: true });
    const { status, body } = await fixture.backUp();
    expect(status).toBe(503);
    expect(body.error.message).toMatch(/^No backup was made: cluster 'eu'/);
    await fixture.untilOptions(({ clusters }) =>
      expect(clusters[0].state).not.toBe('live'),
    );
    const known = await fixture.backUp();
    expect(known.status).toBe(503);
    expect(known.body.error.reason).toBe('cluster-not-live');
    expect(fixture.backups()).toEqual([]);
    const { body: options } = await fixture.options();
    expect(options.quota.left).toBe(6);
  });

  it('names the right that the portal’s account lacks', async () => {
    await start({ readOnly: true });
    const { status, body } = await fixture.backUp();
    expect(status).toBe(502);
    expect(body.error).toMatchObject({
      reason: 'right-missing',
      message: `The portal's account may not create backups.velero.io in namespace velero of cluster 'eu'. An administrator of the cluster grants it with the bundle deploy/rbac/backup`,
    });
    const { body: options } = await fixture.options();
    expect(options.quota.left).toBe(6);
  });

  it('offers what can be chosen, and says why the rest cannot', async () => {
    await start();
    const { status, body } = await fixture.options();
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        cluster: 'eu',
        veleroNamespace: 'velero',
        namespaces: [
          { namespace: 'payments' },
          { namespace: 'payments-db' },
          { namespace: 'velero', problem: 'Velero itself works in it' },
        ],
        locations: [
          expect.objectContaining({
            name: 'archive',
            default: true,
            phase: 'Available',
          }),
          expect.objectContaining({
            name: 'broken',
            phase: 'Unavailable',
            message: expect.stringContaining('NoSuchBucket'),
            problem: expect.stringContaining('Velero says: '),
          }),
          expect.objectContaining({
            name: 'copy',
            accessMode: 'ReadOnly',
            problem: expect.stringContaining('read-only'),
          }),
        ],
        storageLocation: 'archive',
        keepFor: '720h',
      },
    ]);
    expect(body.items[0].locations[0]).not.toHaveProperty('problem');
    expect(body.namespaces).toContainEqual(
      expect.objectContaining({ namespace: 'shop', proven: false }),
    );
  });

  it('prefers the location that the schedules of the namespaces write to', async () => {
    await start();
    fixture.cluster.objects.put('schedules', {
      metadata: { name: 'own', namespace: 'velero' },
      spec: {
        schedule: '0 2 * * *',
        paused: true,
        template: {
          includedNamespaces: ['payments', 'payments-db'],
          storageLocation: 'somebody-elses',
        },
      },
    });
    await fixture.untilOptions(({ items }) =>
      expect(items[0].storageLocation).toBe('somebody-elses'),
    );
    const { body } = await fixture.backUp();
    expect(body.storageLocation).toBe('somebody-elses');
  });

  describe('asks the permission policy', () => {
    const decide =
      (
        decision: 'deny' | 'elsewhere' | 'only-db',
      ): PermissionsService['authorizeConditional'] =>
      async requests =>
        requests.map(({ permission }) => {
          if (permission.name !== 'velero.backup.create') {
            return { result: AuthorizeResult.ALLOW };
          }
          return decision === 'deny'
            ? { result: AuthorizeResult.DENY }
            : createVeleroNamespaceConditionalDecision(
                permission as Parameters<
                  typeof createVeleroNamespaceConditionalDecision
                >[0],
                decision === 'elsewhere'
                  ? veleroNamespaceConditions.inCluster({ clusters: ['us'] })
                  : veleroNamespaceConditions.inNamespace({
                      namespaces: ['payments-db'],
                    }),
              );
        });

    it.each(['deny', 'elsewhere'] as const)(
      'which may say %s',
      async answer => {
        await start({ decide: decide(answer) });
        for (const response of [
          await fixture.backUp(),
          await fixture.options(),
        ]) {
          expect(response.status).toBe(403);
          expect(response.body.error.message).toMatch(/velero\.backup\.create/);
        }
        expect(fixture.backups()).toEqual([]);
      },
    );

    it('for each namespace', async () => {
      await start({ decide: decide('only-db') });
      const namespaces = ['payments', 'payments-db'];
      const { status, body } = await fixture.backUp({ namespaces });
      expect(status).toBe(403);
      expect(body.error.message).toMatch(
        /velero\.backup\.create for: payments$/,
      );
      expect(fixture.backups()).toEqual([]);
      const { body: options } = await fixture.options();
      expect(options.items[0].namespaces).toEqual([
        {
          namespace: 'payments',
          problem: 'You lack the permission velero.backup.create for it',
        },
        { namespace: 'payments-db' },
        { namespace: 'velero', problem: expect.any(String) },
      ]);
      const allowed = await fixture.backUp({ namespaces: ['payments-db'] });
      expect(allowed.status).toBe(201);
    });
  });
});
