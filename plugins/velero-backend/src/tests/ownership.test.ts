import { Sandbox } from 'velero-sandbox';
import {
  backup,
  BACKUPS,
  namespace,
  PaymentsFleet,
  startPaymentsFleet,
  untilShown,
} from '../__testUtils__/paymentsFleet';
import { TestPortal } from '../__testUtils__/startPortal';

describe('to whom it shows what', () => {
  let fleet: PaymentsFleet;
  let sandbox: Sandbox;
  let portal: TestPortal;

  beforeEach(async () => {
    fleet = await startPaymentsFleet();
    ({ sandbox, portal } = fleet);
    await untilShown(portal);
  });

  afterEach(() => fleet?.stop());

  it.each([
    ['payments-api', 'payments-owner', 200],
    ['payments-api', 'engineer', 200],
    ['payments-api', 'shop-owner', 403],
    ['payments-api', 'visitor', 403],
    ['copycat', 'shop-owner', 403],
    ['copycat', 'payments-owner', 403],
    ['copycat', 'engineer', 403],
    ['half', 'payments-owner', 200],
  ])('%s to %s: %d', async (name, user, status) => {
    for (const list of ['backups', 'schedules', 'locations']) {
      const response = await portal.get(
        `/entities/by-name/component/default/${name}/${list}`,
        user,
      );
      expect(response.status).toBe(status);
    }
  });

  it('says how to prove a claim, and the same whatever exists', async () => {
    const { body } = await portal.get(BACKUPS, 'visitor');
    expect(body.error).toMatchObject({
      name: 'OwnershipNotProvenError',
      namespaces: [
        {
          cluster: 'eu',
          namespace: 'payments',
          proven: false,
          howToProve:
            'kubectl --context eu annotate namespace payments backstage.io/owner=group:default/payments',
        },
      ],
    });
    sandbox.cluster('eu').objects.remove('namespaces', 'payments');
    sandbox.cluster('eu').objects.put('namespaces', namespace('later'));
    await portal.eventually(BACKUPS, 'payments-owner', ({ status }) =>
      expect(status).toBe(403),
    );
    const gone = await portal.get(BACKUPS, 'visitor');
    expect(gone.body.error).toEqual(body.error);
  });

  it('tells owners, and nobody else, of a cluster that is not registered', async () => {
    const path = '/entities/by-name/component/default/typo/backups';
    const problems = async (user: string) => {
      const { status, body } = await portal.get(path, user);
      expect(status).toBe(403);
      return body.error.namespaces[0].problem;
    };
    expect(await problems('payments-owner')).toBe(
      "No cluster 'ue' is registered",
    );
    expect(await problems('visitor')).toBeUndefined();
  });

  it('shows what is proven of a claim and says how to prove the rest', async () => {
    const { body } = await portal.get(
      '/entities/by-name/component/default/half/backups',
      'payments-owner',
    );
    expect(body.namespaces).toMatchObject([
      { namespace: 'payments', proven: true },
      {
        namespace: 'unmarked',
        proven: false,
        howToProve: expect.stringContaining('annotate namespace unmarked'),
      },
    ]);
    expect(body.items).toHaveLength(1);
  });

  it('takes the mark away as soon as the namespace loses it', async () => {
    sandbox
      .cluster('eu')
      .objects.patch(
        'namespaces',
        { name: 'payments' },
        { metadata: { annotations: { 'backstage.io/owner': 'group:shop' } } },
      );
    await portal.eventually(BACKUPS, 'payments-owner', ({ status }) =>
      expect(status).toBe(403),
    );
    const path = '/clusters/eu/backups/velero/first';
    expect((await portal.get(path, 'payments-owner')).status).toBe(404);
    expect((await portal.get(path, 'shop-owner')).status).toBe(200);
  });

  it('answers nobody without a user', async () => {
    const response = await portal.get(BACKUPS);
    expect(response.status).toBe(401);
  });

  it('shows one backup to its owner only, and hides from others that it exists', async () => {
    const path = '/clusters/eu/backups/velero/first';
    const own = await portal.get(path, 'payments-owner');
    expect(own.body).toMatchObject({
      name: 'first',
      ttl: '720h0m0s',
      location: { name: 'archive', bucket: 'tenant-backups', prefix: 'eu' },
      spec: { includedNamespaces: ['payments'] },
      freshness: { name: 'eu' },
    });
    const foreign = await portal.get(path, 'shop-owner');
    const missing = await portal.get(
      '/clusters/eu/backups/velero/none',
      'shop-owner',
    );
    expect(foreign.status).toBe(404);
    expect(foreign.body.error.message.replace('first', 'none')).toBe(
      missing.body.error.message,
    );
  });

  it('shows of a shared backup only what concerns the reader', async () => {
    sandbox.cluster('eu').objects.put(
      'backups',
      backup('shared', {
        spec: {
          includedNamespaces: ['payments', 'shop', 'secret-project'],
          orderedResources: { pods: 'secret-project/a' },
          storageLocation: 'archive',
        },
      }),
    );
    const { body } = await portal.eventually(
      '/clusters/eu/backups/velero/shared',
      'payments-owner',
      ({ status }) => expect(status).toBe(200),
    );
    expect(body).toMatchObject({ namespaces: ['payments'], shared: true });
    expect(JSON.stringify(body)).not.toContain('secret-project');
  });

  it('finds a backup by its whole name, and tells which clusters keep it at one place', async () => {
    await portal.eventually(
      `${BACKUPS}?name=first`,
      'payments-owner',
      ({ body }) => {
        expect(body.items).toHaveLength(1);
        expect(body.items[0]).toMatchObject({
          name: 'first',
          location: { place: expect.stringMatching(/^\S+$/) },
        });
      },
    );
    const { body } = await portal.get(`${BACKUPS}?name=firs`, 'payments-owner');
    expect(body).toMatchObject({ items: [], totalItems: 0 });
  });

  it('keeps back what Velero says of a failed backup that others share', async () => {
    const failed = (name: string, includedNamespaces: string[]) =>
      sandbox.cluster('eu').objects.put(
        'backups',
        backup(name, {
          spec: { includedNamespaces, storageLocation: 'archive' },
          status: { phase: 'Failed', failureReason: 'canary of shop' },
        }),
      );
    failed('mixed', ['payments', 'shop']);
    failed('own', ['payments']);
    const detailsOf = (name: string) =>
      portal.eventually(
        `/clusters/eu/backups/velero/${name}`,
        'payments-owner',
        ({ status }) => expect(status).toBe(200),
      );
    expect((await detailsOf('mixed')).text).not.toContain('canary');
    expect((await detailsOf('own')).body.failureReason).toBe('canary of shop');
  });

  it('never gives away what may be secret', async () => {
    const { objects } = sandbox.cluster('eu');
    objects.put(
      'backups',
      backup('hooked', {
        metadata: {
          name: 'hooked',
          namespace: 'velero',
          annotations: { 'kubectl.kubernetes.io/last-applied': 'canary-1' },
        },
        spec: {
          includedNamespaces: ['payments'],
          hooks: {
            resources: [
              {
                pre: [{ exec: { command: ['dump', '--password=canary-2'] } }],
              },
            ],
          },
        },
      }),
    );
    objects.patch(
      'backupstoragelocations',
      { name: 'archive', namespace: 'velero' },
      {
        status: {
          phase: 'Unavailable',
          message: 'GET https://s3.example.com/x?sig=canary-3 failed',
        },
      },
    );
    const details = await portal.eventually(
      '/clusters/eu/backups/velero/hooked',
      'payments-owner',
      ({ status }) => expect(status).toBe(200),
    );
    expect(details.body.spec.hooks.resources[0].pre[0].exec.command).toEqual([
      '(hidden)',
    ]);
    const locations = await portal.eventually(
      BACKUPS.replace('/backups', '/locations'),
      'payments-owner',
      ({ body }) => expect(body.items[0].phase).toBe('Unavailable'),
    );
    expect(locations.body.items[0].message).toBe(
      'GET https://s3.example.com/x failed',
    );
    const everything = JSON.stringify([details.body, locations.body]);
    expect(everything).not.toMatch(/canary|user:secret/);
  });
});
