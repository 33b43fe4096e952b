import { eventually } from '../testing/eventually';
import { VeleroFixture } from '../testing/VeleroFixture';
import { startSandbox } from '../startSandbox';

describe('the server', () => {
  it('gives up when it starts with a Backup that it cannot read', async () => {
    const fixture = await VeleroFixture.start({ timing: { cacheSync: 50 } });
    const { velero } = fixture.sandbox.cluster('a');
    velero.stop();
    await fixture.create('backups', {
      metadata: { name: 'poison' },
      spec: { ttl: '30d' },
    });
    velero.start();
    await eventually(() => expect(velero.running).toBe(false));
    expect(velero.log.lines.at(-1)).toContain(
      'failed to wait for deletebackuprequest caches to sync',
    );
    await fixture.delete('backups', 'poison');
    velero.start();
    await fixture.location('main');
    await fixture.finishedBackup('one');
    await fixture.stop();
  });

  it('acts on schedules as it knew them while one of them cannot be read', async () => {
    const fixture = await VeleroFixture.start();
    await fixture.location('main');
    const schedule = '@every 1h';
    const template = { storageLocation: 'main' };
    const create = (name: string, more: object = {}) =>
      fixture.create('schedules', {
        metadata: { name },
        spec: { schedule, template: { ...template, ...more } },
      });
    await create('paused');
    await fixture.phase('schedules', 'paused', 'Enabled');
    await create('poison', { ttl: '1w' });
    await fixture.patch('schedules', 'paused', { spec: { paused: true } });
    fixture.pass(3_601_000);
    await eventually(async () =>
      expect(await fixture.names('backups')).toHaveLength(1),
    );
    await create('new');
    await fixture.location('sign-of-life');
    const { body } = await fixture.get('schedules', 'new');
    expect(body.status).toBeUndefined();
    await fixture.stop();
  });

  it('lives faster when the sandbox does', async () => {
    const sandbox = await startSandbox({
      clusters: [{ name: 'a' }],
      buckets: ['store'],
      speed: 1_000,
    });
    const { objects } = sandbox.cluster('a');
    objects.put('backupstoragelocations', {
      metadata: { name: 'default', namespace: 'velero' },
      spec: { provider: 'aws', objectStorage: { bucket: 'store' } },
    });
    objects.put('schedules', {
      metadata: { name: 's', namespace: 'velero' },
      spec: { schedule: '@every 10m', template: {} },
    });
    await eventually(() =>
      expect(
        objects
          .list('backups')
          .filter(({ status }) => JSON.stringify(status).includes('Completed')),
      ).not.toEqual([]),
    );
    await sandbox.stop();
  });
});
