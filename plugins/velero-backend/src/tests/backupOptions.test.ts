import { BackupNowFixture } from '../operations/__testUtils__/BackupNowFixture';

jest.setTimeout(60_000);

describe('options for a backup', () => {
  let fixture: BackupNowFixture;

  beforeEach(async () => {
    fixture = await BackupNowFixture.start();
  });

  afterEach(() => fixture?.stop());

  it('offers what can be chosen, and says why the rest cannot', async () => {
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
});
