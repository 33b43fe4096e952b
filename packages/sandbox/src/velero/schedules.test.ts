import { eventually } from '../testing/eventually';
import { VeleroFixture } from '../testing/VeleroFixture';

describe('schedules', () => {
  let fixture: VeleroFixture;

  beforeEach(async () => {
    fixture = await VeleroFixture.start();
    await fixture.location('main');
  });

  afterEach(() => fixture.stop());

  function create(
    name: string,
    spec: object = {},
    metadata: Record<string, unknown> = {},
  ) {
    return fixture.create('schedules', {
      metadata: { name, ...metadata },
      spec: {
        schedule: '@every 1h',
        template: { storageLocation: 'main', includedNamespaces: ['default'] },
        ...spec,
      },
    });
  }

  const runs = (count: number) =>
    eventually(async () => {
      const names = await fixture.names('backups');
      expect(names).toHaveLength(count);
      return names;
    });

  it('make a backup when they are due, named by the time', async () => {
    await create(
      'hourly',
      {},
      {
        labels: { team: 'x' },
        annotations: { note: 'y' },
      },
    );
    await fixture.phase('schedules', 'hourly', 'Enabled');
    expect(await fixture.names('backups')).toEqual([]);
    fixture.pass(3_601_000);
    const [name] = await runs(1);
    expect(name).toMatch(/^hourly-\d{14}$/);
    const stamp = fixture.now().toISOString().slice(0, 13).replace(/\D/g, '');
    expect(name).toContain(stamp);
    const backup = await fixture.phase('backups', name, 'Completed');
    expect(backup.metadata.labels).toEqual({
      team: 'x',
      'velero.io/schedule-name': 'hourly',
      'velero.io/storage-location': 'main',
    });
    expect(backup.metadata.annotations).toMatchObject({ note: 'y' });
    expect(backup.metadata).not.toHaveProperty('ownerReferences');
    const { body } = await fixture.get('schedules', 'hourly');
    expect(body.status.lastBackup).toMatch(/^\d{4}-.*Z$/);
    expect(body.spec.skipImmediately).toBe(false);
  });

  it('catch up with one run only', async () => {
    await create('hourly');
    await fixture.phase('schedules', 'hourly', 'Enabled');
    fixture.pass(10 * 3_600_000);
    const [name] = await runs(1);
    await fixture.phase('backups', name, 'Completed');
    fixture.pass(60_000);
    await fixture.location('sign-of-life');
    expect(await fixture.names('backups')).toEqual([name]);
  });

  it.each([
    [
      '99 * * * *',
      'invalid schedule: end of range (99) above maximum (59): "99"',
    ],
    [
      '* * * * * *',
      'invalid schedule: expected exactly 5 fields, found 6: [* * * * * *]',
    ],
    ['', 'Schedule must be a non-empty valid Cron expression'],
    [
      '@every 5',
      'invalid schedule: failed to parse duration "@every 5": time: missing unit in duration "5"',
    ],
    ['@often', 'invalid schedule: unrecognized descriptor: "@often"'],
  ])('with the cron %j are refused', async (schedule, message) => {
    await create('bad', { schedule });
    const { status } = await fixture.phase(
      'schedules',
      'bad',
      'FailedValidation',
    );
    expect(status.validationErrors).toEqual([message]);
  });

  it('recover when their cron is mended', async () => {
    await create('mended', { schedule: 'x' });
    await fixture.phase('schedules', 'mended', 'FailedValidation');
    await fixture.patch('schedules', 'mended', {
      spec: { schedule: 'CRON_TZ=Europe/Berlin 0 2 * * 1-5' },
    });
    const { status } = await fixture.phase('schedules', 'mended', 'Enabled');
    expect(status).not.toHaveProperty('validationErrors');
  });

  it('do nothing while paused, not even be validated, and run once when unpaused', async () => {
    await create('paused', { paused: true });
    fixture.pass(5 * 3_600_000);
    await fixture.location('sign-of-life');
    const { body } = await fixture.get('schedules', 'paused');
    expect(body.status?.phase).toBeUndefined();
    expect(await fixture.names('backups')).toEqual([]);
    await fixture.patch('schedules', 'paused', { spec: { paused: false } });
    expect((await runs(1))[0]).toMatch(/^paused-/);
  });

  it('do not run at once with skipImmediately, which the server takes back', async () => {
    await create('careful', { paused: true });
    fixture.pass(5 * 3_600_000);
    await fixture.patch('schedules', 'careful', {
      spec: { paused: false, skipImmediately: true },
    });
    const { status, spec } = await fixture.phase(
      'schedules',
      'careful',
      'Enabled',
    );
    expect(status.lastSkipped).toBeDefined();
    expect(spec.skipImmediately).toBe(false);
    await fixture.location('sign-of-life');
    expect(await fixture.names('backups')).toEqual([]);
  });

  it('take the labels of their template instead of their own', async () => {
    const template = { metadata: { labels: { team: 'template' } } };
    await create('labelled', { template }, { labels: { team: 'own' } });
    await fixture.phase('schedules', 'labelled', 'Enabled');
    fixture.pass(3_601_000);
    const [name] = await runs(1);
    const { body } = await fixture.get('backups', name);
    expect(body.metadata.labels.team).toBe('template');
  });

  it('with names of more than 63 characters are Enabled and never run', async () => {
    const name = `long-${'x'.repeat(59)}`;
    await create(name);
    await fixture.phase('schedules', name, 'Enabled');
    fixture.pass(3_601_000);
    await eventually(() =>
      expect(fixture.sandbox.cluster('a').velero.log.lines.join()).toContain(
        'must be no more than 63 characters',
      ),
    );
    expect(await fixture.names('backups')).toEqual([]);
  });
});
