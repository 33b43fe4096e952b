import { RestoreWish } from 'backstage-plugin-velero-common';
import { Response } from 'supertest';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

type Wish = Partial<Record<keyof RestoreWish, unknown>> &
  Record<string, unknown>;

const OWN = 'payments-restore-1';

const UNPROVEN = "Namespace 'shop' in the backup is not proven to be yours";

function neither(name: string) {
  return `Namespace '${name}' of cluster 'eu' is neither proven to be yours nor a new one that the policy lets you have`;
}

/** What a preview says of a wish; its status where it is not even read. */
function outlookOf(preview: Response, message: string) {
  const { allow, reasons, spec } = preview.body;
  return preview.status === 200
    ? {
        refuses: allow === false,
        tells: reasons.join('\n').includes(message),
        spec: spec !== undefined,
      }
    : preview.status;
}

describe('a request for a restore that must not be', () => {
  let fixture: RestoreRequestFixture;

  beforeAll(async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
  });

  afterAll(() => fixture?.stop());

  const pair = (source: string, target: string) => ({
    namespaces: [{ source, target }],
  });

  it.each<[string, Wish, number, string]>([
    ['of somebody else', pair('shop', OWN), 409, UNPROVEN],
    [
      'of a namespace that is not there',
      pair('ghost', 'ghost-restore-1'),
      409,
      "Namespace 'ghost' in the backup is not proven to be yours",
    ],
    [
      'into the namespace of somebody else',
      pair('payments', 'shop'),
      409,
      neither('shop'),
    ],
    [
      'into a new namespace of a free name',
      pair('payments', 'anything'),
      409,
      neither('anything'),
    ],
    [
      'into the namespace of Velero',
      pair('payments', 'velero'),
      409,
      "Namespace 'velero' belongs to the cluster itself",
    ],
    [
      'into kube-system',
      pair('payments', 'kube-system'),
      409,
      "Namespace 'kube-system' belongs to the cluster itself",
    ],
    [
      'with a star as source',
      pair('*', OWN),
      400,
      'namespaces[0].source is "*"',
    ],
    [
      'with a slash in the target',
      pair('payments', 'payments/x'),
      400,
      'namespaces[0].target is "payments/x"',
    ],
    [
      'with a pattern',
      pair('pay?ents', OWN),
      400,
      'namespaces[0].source is "pay?ents"',
    ],
    ['of no namespace', { namespaces: [] }, 400, 'No namespace is named'],
    [
      'without a word about namespaces',
      { namespaces: undefined },
      400,
      'namespaces is missing',
    ],
    [
      'in a chain',
      {
        namespaces: [
          { source: 'payments', target: 'payments-db' },
          { source: 'payments-db', target: 'payments-db-restore-1' },
        ],
      },
      409,
      "'payments-db' would be restored to and from at the same time",
    ],
    [
      'of two into one',
      {
        namespaces: [
          { source: 'payments', target: OWN },
          { source: 'payments-db', target: OWN },
        ],
      },
      409,
      `Several namespaces would be restored to '${OWN}'`,
    ],
    [
      'with keys of Velero',
      { includeClusterResources: true, hooks: {}, spec: {} },
      400,
      'includeClusterResources is not known',
    ],
    [
      'of all of a backup',
      { namespaces: undefined, wholeBackup: 'nightly' },
      409,
      'Only administrators may restore a whole backup',
    ],
    [
      'over what is there',
      { ...pair('payments', 'payments'), existing: 'update' },
      409,
      'The policy does not let objects be changed that are there',
    ],
    [
      'with modifiers that no policy names',
      { modifier: 'mine' },
      409,
      "The policy does not name the resource modifiers 'mine'",
    ],
    [
      'of kinds that live in no namespace',
      { kinds: ['clusterroles.rbac.authorization.k8s.io'] },
      409,
      'Nothing of what is asked for is in the backup',
    ],
    [
      'of a backup that is not there',
      { backup: { cluster: 'eu', veleroNamespace: 'velero', name: 'none' } },
      409,
      "Backup 'none' is not there in cluster 'eu'",
    ],
    [
      'in a cluster that is not there',
      { backup: { cluster: 'xx', veleroNamespace: 'velero', name: 'nightly' } },
      503,
      "Cluster 'xx' cannot be asked now: it is not registered",
    ],
    [
      'of a backup whose name leads elsewhere',
      {
        backup: {
          cluster: 'eu',
          veleroNamespace: 'velero',
          name: '../../secrets/x',
        },
      },
      400,
      'backup.name is "../../secrets/x"',
    ],
    ['without a reason', { reason: ' ' }, 400, 'No reason is given'],
    [
      'with a reason that turns the text around',
      { reason: 'fine \u202e evil' },
      400,
      'reason has characters that cannot be seen',
    ],
  ])('is refused: %s', async (_name, wish, status, message) => {
    const wanted = { ...fixture.wish(), ...wish };
    const [preview, request] = [
      await fixture.preview(wanted),
      await fixture.request(wanted),
    ];
    expect(request.body.error?.message).toContain(message);
    expect(request.status).toBe(status);
    expect(outlookOf(preview, message)).toEqual(
      status === 409 ? { refuses: true, tells: true, spec: false } : status,
    );
    expect(fixture.restores()).toEqual([]);
  });

  it('tells the same of what is somebody else’s and of what is not there', async () => {
    const [theirs, nobodys] = await Promise.all(
      ['shop', 'nobody'].map(name =>
        fixture.preview(fixture.wish(pair('payments', name))),
      ),
    );
    const text = (body: object, name: string) =>
      JSON.stringify(body).replaceAll(name, 'NAME');
    expect(text(theirs.body, 'shop')).toBe(text(nobodys.body, 'nobody'));
  });

  it.each<[string, string, number, string]>([
    ['no reference', 'x', 400, 'is no entity reference'],
    ['of nobody', 'component:default/none', 404, 'No entity'],
    [
      'of somebody else',
      'component:default/shop',
      400,
      'claims none of the namespaces that are asked for',
    ],
  ])(
    'is refused for an entity that is %s',
    async (_name, entityRef, status, message) => {
      for (const path of ['/restore-requests/preview', '/restore-requests']) {
        const answer = await fixture.portal.post(
          path,
          {
            wish: fixture.wish(),
            entityRef,
            ...(path.endsWith('s') && { key: fixture.key() }),
          },
          'payments-owner',
        );
        expect(answer.body.error?.message).toContain(message);
        expect(answer.status).toBe(status);
      }
    },
  );

  it('names its entity as the catalog does', async () => {
    const { body } = await fixture.portal.post(
      '/restore-requests',
      {
        wish: fixture.inPlace(),
        entityRef: 'Component:payments-api',
        key: fixture.key(),
      },
      'payments-owner',
    );
    expect(body.entityRef).toBe('component:default/payments-api');
    await fixture.decide(body.id, 'cancel', 'payments-owner').expect(200);
  });

  it('keeps HTML and lines of a reason as they are', async () => {
    const reason = '<img src=x onerror=alert(1)>\nsecond line';
    const { body } = await fixture.request(fixture.inPlace({ reason }));
    expect(body.wish.reason).toBe(reason);
    await fixture.decide(body.id, 'cancel', 'payments-owner').expect(200);
  });

  it.each([
    ['/restore-requests/preview', {}],
    ['/restore-requests', { wish: {} }],
    ['/restore-requests', { wish: {}, key: 'short' }],
    ['/restore-requests', { wish: {}, key: 'with spaces here' }],
    ['/restore-requests/x/reject', {}],
    ['/restore-requests/x/reject', { text: ' ' }],
    ['/restore-requests/x/approve', { text: 'a\u0000b' }],
    ['/restore-requests/x/comments', { text: 'x'.repeat(2_001) }],
    ['/restore-requests/x/cancel', { force: true }],
  ])('is refused as malformed: %s %j', async (path, body) => {
    const answer = await fixture.portal.post(path, body, 'payments-owner');
    expect(answer.status).toBe(400);
  });
});
