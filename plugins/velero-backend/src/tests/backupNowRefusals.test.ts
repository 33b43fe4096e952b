import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

describe('back up now makes nothing', () => {
  let fixture: BackupNowFixture;

  beforeEach(async () => {
    fixture = await BackupNowFixture.start();
  });

  afterEach(() => fixture?.stop());

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

  it('in a cluster that is down', async () => {
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
});
