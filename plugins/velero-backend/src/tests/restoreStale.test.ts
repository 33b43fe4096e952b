import {
  RestoreRequestDetails,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';
import { namespace } from '../__testUtils__/paymentsFleet';

jest.setTimeout(120_000);

/** One change of how things are, and what is said of it. */
type Change = [
  name: string,
  change: (fixture: RestoreRequestFixture) => void,
  message: string,
];

function replace(
  { cluster }: RestoreRequestFixture,
  resource: 'namespaces' | 'backups' | 'backupstoragelocations',
  name: string,
) {
  const where = resource === 'namespaces' ? undefined : 'velero';
  const old = cluster.objects
    .list(resource)
    .find(({ metadata }) => metadata.name === name)!;
  cluster.objects.remove(resource, name, where);
  const { uid, resourceVersion, ...metadata } = old.metadata;
  cluster.objects.put(resource, { ...old, metadata });
}

const CHANGES: Change[] = [
  [
    'the owner of the namespace',
    ({ cluster }) =>
      cluster.objects.put('namespaces', namespace('payments', 'group:shop')),
    "Namespace 'payments' in the backup is not proven to be yours",
  ],
  [
    'the mark of the namespace',
    ({ cluster }) => cluster.objects.put('namespaces', namespace('payments')),
    "Namespace 'payments' in the backup is not proven to be yours",
  ],
  [
    'the namespace itself',
    fixture => replace(fixture, 'namespaces', 'payments'),
    'namespace eu/payments is not as it was',
  ],
  [
    'the backup of the name',
    fixture => replace(fixture, 'backups', 'nightly'),
    'the backup is not as it was',
  ],
  [
    'the storage location',
    fixture => replace(fixture, 'backupstoragelocations', 'archive'),
    'the storage location is not as it was',
  ],
  [
    'the group of the requester',
    ({ entities }) => {
      const user = entities.find(
        ({ metadata }) => metadata.name === 'payments-owner',
      )!;
      user.relations = [];
    },
    "Namespace 'payments' in the backup is not proven to be yours",
  ],
];

describe('a request for a restore is stale', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  const expectNothing = async (id: string, message: string) => {
    const { state, outcome, events } = await fixture.until(id, 'stale');
    expect(state).toBe('stale');
    expect(outcome?.message).toContain('Nothing was restored: ');
    expect(outcome?.message).toContain(message);
    expect(events.at(-1)?.type).toBe('stale');
    expect(
      fixture
        .restores()
        .filter(({ metadata }) => metadata.name === `rst-${id}`),
    ).toEqual([]);
  };

  it.each(CHANGES)(
    'when somebody approves it after a change of %s',
    async (_name, change, message) => {
      fixture = await RestoreRequestFixture.start({ single: true });
      const { body } = await fixture.request(fixture.inPlace());
      // It would find the backup in the store again.
      fixture.cluster.velero.stop();
      change(fixture);
      const approved = await fixture.decide(body.id, 'approve', 'engineer');
      expect(approved.status).toBe(409);
      expect(approved.body.error.message).toContain(message);
      await expectNothing(body.id, message);
    },
  );

  /** Velero stands still, so that one restore keeps the other waiting. */
  async function approvedAndWaiting(
    wish: (f: RestoreRequestFixture) => RestoreWish,
    approver = 'engineer',
  ): Promise<RestoreRequestDetails> {
    const policy = { id: 'one', limits: { runningPerCluster: 1 } };
    fixture = await RestoreRequestFixture.start({
      single: true,
      settings: { restores: { policies: [policy] } },
    });
    const [first, second] = [
      fixture.wish({
        namespaces: [{ source: 'shop', target: 'shop-restore-1' }],
      }),
      wish(fixture),
    ];
    // What is in the backup is known from here on.
    await fixture.preview(second).expect(200);
    fixture.cluster.velero.stop();
    const { body: ahead } = await fixture.request(first, 'shop-owner');
    await fixture.until(ahead.id, 'running');
    const { body } = await fixture.request(second);
    if (body.state === 'pending') {
      await fixture.decide(body.id, 'approve', approver).expect(200);
    }
    await fixture.portal.eventually(
      `/restore-requests/${body.id}`,
      'engineer',
      answer =>
        expect(answer.body.outcome?.message).toBe(
          'It waits for 1 other restores',
        ),
    );
    return body;
  }

  it.each(CHANGES)(
    'when its turn comes after a change of %s',
    async (_name, change, message) => {
      const { id } = await approvedAndWaiting(f => f.inPlace());
      change(fixture);
      await expectNothing(id, message);
    },
  );

  it('when somebody approves a whole backup and one of its namespaces was made anew', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const wish = fixture.wish({ namespaces: [], wholeBackup: 'nightly' });
    const { body } = await fixture.request(wish, 'engineer');
    replace(fixture, 'namespaces', 'shop');
    const { status } = await fixture.decide(
      body.id,
      'approve',
      'second-engineer',
    );
    expect(status).toBe(409);
    await expectNothing(body.id, 'namespace eu/shop is not as it was');
  });

  it('when its turn comes and whoever agreed may not do so any more', async () => {
    const { id } = await approvedAndWaiting(f => f.inPlace(), 'payments-peer');
    const peer = fixture.entities.find(
      ({ metadata }) => metadata.name === 'payments-peer',
    )!;
    peer.relations = [];
    await expectNothing(id, 'whoever agreed may not do so any more');
  });

  it('when its turn comes and somebody has made the namespace that was to be new', async () => {
    const { id } = await approvedAndWaiting(f => f.wish());
    fixture.cluster.objects.put(
      'namespaces',
      namespace('payments-restore-1', 'group:payments'),
    );
    await expectNothing(id, 'namespace eu/payments-restore-1 is not as it was');
  });

  it('but not because of what the same person has asked for since', async () => {
    const limited = (id: string, openPerUser: number, match: object) => ({
      ...{ id, match, limits: { openPerUser } },
      destinations: { sameNamespace: {} },
    });
    const policies = [
      limited('one', 1, { namespaces: ['shop'] }),
      limited('rest', 5, {}),
    ];
    fixture = await RestoreRequestFixture.start({
      single: true,
      settings: { restores: { policies } },
    });
    const wish = { namespaces: [{ source: 'shop', target: 'shop' }] };
    const first = await fixture.request(fixture.wish(wish), 'engineer');
    await fixture.request(fixture.inPlace(), 'engineer').expect(201);
    await fixture
      .decide(first.body.id, 'approve', 'second-engineer')
      .expect(200);
    const { state } = await fixture.until(first.body.id, 'succeeded');
    expect(state).toBe('succeeded');
  });
});
