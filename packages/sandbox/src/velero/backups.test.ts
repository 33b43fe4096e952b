import { eventually } from '../testing/eventually';
import { VeleroFixture } from '../testing/VeleroFixture';
import { BackupStatus } from './VeleroObjects';

const BACKUPS = '/apis/velero.io/v1/namespaces/velero/backups';

describe('the life of a backup', () => {
  let fixture: VeleroFixture;

  beforeEach(async () => {
    // Without synchronisation, which would bring deleted Backups back.
    fixture = await VeleroFixture.start({ timing: { sync: 60_000 } });
    for (const name of ['team-a', 'team-b']) {
      await fixture.client().create('/api/v1/namespaces', {
        metadata: { name },
      });
    }
    await fixture.location('main');
  });

  afterEach(() => fixture.stop());

  it('goes through all phases with progress', async () => {
    const seen: [phase: unknown, queuePosition: unknown][] = [];
    const { body: list } = await fixture.client().request(BACKUPS);
    await fixture.backup('one', { includedNamespaces: ['team-a'] });
    const from = `resourceVersion=${list.metadata.resourceVersion}`;
    for await (const { object } of fixture.client().watch(BACKUPS, from)) {
      const { phase, queuePosition } = (object.status ?? {}) as BackupStatus;
      if (seen.at(-1)?.[0] !== phase || seen.length === 0) {
        seen.push([phase, queuePosition]);
      }
      if (phase === 'Completed') {
        break;
      }
    }
    expect(seen).toEqual([
      [undefined, undefined],
      ['Queued', 1],
      ['ReadyToStart', undefined],
      ['InProgress', undefined],
      ['Finalizing', undefined],
      ['Completed', undefined],
    ]);
  });

  it('ends with what the server wrote into spec, labels, annotations and status', async () => {
    const body = await fixture.finishedBackup('one', {
      includedNamespaces: ['team-a'],
      ttl: '48h',
    });
    expect(body.spec).toMatchObject({
      storageLocation: 'main',
      ttl: '48h',
      includedNamespaces: ['team-a'],
      itemOperationTimeout: '4h0m0s',
      excludedNamespaceScopedResources: expect.any(Array),
    });
    expect(body.metadata.labels).toEqual({
      'velero.io/storage-location': 'main',
    });
    expect(body.metadata.annotations).toMatchObject({
      'velero.io/source-cluster-k8s-gitversion': 'v1.34.2',
    });
    const { status } = body;
    expect(status).not.toHaveProperty('errors');
    expect(status).not.toHaveProperty('warnings');
    expect(status.progress.itemsBackedUp).toBe(status.progress.totalItems);
    expect(status.progress.totalItems).toBeGreaterThan(0);
    const start = Date.parse(status.startTimestamp);
    expect(Date.parse(status.expiration) - start).toBeLessThanOrEqual(
      48 * 3_600_000,
    );
    expect(Date.parse(status.completionTimestamp)).toBeGreaterThanOrEqual(
      start,
    );
    expect(body.metadata.generation).toBeGreaterThanOrEqual(8);
  });

  it('takes all namespaces and 30 days when nothing is said', async () => {
    const { spec } = await fixture.finishedBackup('one');
    expect(spec).toMatchObject({ includedNamespaces: ['*'], ttl: '720h0m0s' });
  });

  it.each([
    [
      { storageLocation: 'nope' },
      'an existing backup storage location was not specified at backup creation time and the default nope was not found. Please address this issue (see `velero backup-location -h` for options) and create a new backup. Error: BackupStorageLocation.velero.io "nope" not found',
    ],
    [
      { storageLocation: 'broken' },
      "backup can't be created because BackupStorageLocation broken is in Unavailable status.",
    ],
    [
      { storageLocation: 'archive' },
      "backup can't be created because backup storage location archive is currently in read-only mode",
    ],
    [
      { labelSelector: {}, orLabelSelectors: [{}] },
      'encountered labelSelector as well as orLabelSelectors in backup spec, only one can be specified',
    ],
    [
      { includedNamespaces: ['team-a'], excludedNamespaces: ['team-a'] },
      'Invalid included/excluded namespace lists: excludes list cannot contain an item in the includes list: team-a',
    ],
    [
      { includedNamespaces: ['*', 'team-a'] },
      "Invalid included/excluded namespace lists: includes list must either contain '*' only, or a non-empty list of items",
    ],
    [
      { includedNamespaces: ['team-**'] },
      'Invalid included/excluded namespace lists: wildcard pattern contains consecutive asterisks (only single * allowed)',
    ],
    [
      { resourcePolicy: { kind: 'configmap', name: 'nocm' } },
      'invalid resource policies: fail to get ResourcePolicies velero/nocm ConfigMap: ConfigMap "nocm" not found',
    ],
  ])('is refused by validation: %j', async (spec, message) => {
    await fixture.location('broken', { bucket: 'missing' });
    await fixture.location('archive', { accessMode: 'ReadOnly' });
    await fixture.backup('one', spec);
    const { status } = await fixture.phase(
      'backups',
      'one',
      'FailedValidation',
    );
    expect(status.validationErrors).toEqual([message]);
    expect(status).not.toHaveProperty('startTimestamp');
  });

  it('fails validation for ever when its location was not checked yet', async () => {
    await fixture.patch('backupstoragelocations', 'main', {
      status: { phase: null },
    });
    await fixture.backup('one');
    const { status } = await fixture.phase(
      'backups',
      'one',
      'FailedValidation',
    );
    expect(status.validationErrors).toEqual([
      "backup can't be created because BackupStorageLocation main is in Unavailable status.",
    ]);
    fixture.pass(61_000);
    await fixture.phase('backupstoragelocations', 'main', 'Available');
    await fixture.finishedBackup('two');
    const { body } = await fixture.get('backups', 'one');
    expect(body.status).toEqual(status);
  });

  it('partly fails when it names a namespace that does not exist', async () => {
    await fixture.backup('one', { includedNamespaces: ['nowhere'] });
    const { status } = await fixture.phase('backups', 'one', 'PartiallyFailed');
    expect(status.errors).toBe(1);
  });

  it('completes with nothing when a pattern matches no namespace', async () => {
    const { status } = await fixture.finishedBackup('one', {
      includedNamespaces: ['nowhere-*'],
    });
    expect(status.progress).toEqual({});
    expect(status).not.toHaveProperty('errors');
  });

  it('fails when the name is in the bucket already', async () => {
    await fixture.finishedBackup('one');
    await fixture.delete('backups', 'one');
    await fixture.backup('one');
    const { status } = await fixture.phase('backups', 'one', 'Failed');
    expect(status.failureReason).toBe(
      'backup execution failed: backup already exists in object storage',
    );
  });

  it('runs one at a time, also without a namespace in common, and numbers those that wait', async () => {
    const busy = await VeleroFixture.start({
      timing: { backup: [150, 150], queue: 60_000, sync: 60_000 },
    });
    await busy.location('main');
    for (const name of ['one', 'two', 'three']) {
      await busy.client().create('/api/v1/namespaces', { metadata: { name } });
      await busy.backup(name, { includedNamespaces: [name] });
    }
    await busy.phase('backups', 'one', 'InProgress');
    const position = async (name: string) =>
      (await busy.get('backups', name)).body.status.queuePosition;
    await eventually(async () => expect(await position('three')).toBe(2));
    expect(await position('two')).toBe(1);
    await busy.phase('backups', 'two', 'InProgress');
    const { body } = await busy.get('backups', 'one');
    expect(body.status.phase).toMatch(/Finalizing|Completed/);
    await eventually(async () => expect(await position('three')).toBe(1));
    await busy.phase('backups', 'three', 'Completed');
    await busy.stop();
  });

  it('is Failed after a restart of the server in the middle', async () => {
    const slow = await VeleroFixture.start({
      timing: { backup: [60_000, 60_000] },
    });
    await slow.location('main');
    await slow.backup('one');
    await slow.phase('backups', 'one', 'InProgress');
    slow.sandbox.cluster('a').velero.start();
    const { status } = await slow.phase('backups', 'one', 'Failed');
    expect(status.failureReason).toBe(
      'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
    );
    await slow.stop();
  });

  it('stays ReadyToStart after a restart until it is touched, and blocks only those that overlap', async () => {
    const { velero } = fixture.sandbox.cluster('a');
    velero.stop();
    await fixture.backup('stuck', { includedNamespaces: ['team-a'] });
    await fixture.patch('backups', 'stuck', {
      status: { phase: 'ReadyToStart' },
    });
    velero.start();
    await fixture.backup('same', { includedNamespaces: ['team-*'] });
    await fixture.finishedBackup('other', { includedNamespaces: ['default'] });
    const phaseOf = async (name: string) =>
      (await fixture.get('backups', name)).body.status.phase;
    expect(await phaseOf('stuck')).toBe('ReadyToStart');
    expect(await phaseOf('same')).toBe('Queued');
    await fixture.patch('backups', 'stuck', {
      metadata: { annotations: { touched: 'yes' } },
    });
    await fixture.phase('backups', 'stuck', 'Completed');
    await fixture.phase('backups', 'same', 'Completed');
  });

  it('never starts while another Backup has a duration that Velero cannot read', async () => {
    await fixture.backup('poison', { ttl: '30d' });
    await fixture.backup('one');
    await fixture.location('sign-of-life');
    const { body } = await fixture.get('backups', 'one');
    expect(body.status).toBeUndefined();
    expect(fixture.sandbox.cluster('a').velero.log.lines.join()).toContain(
      'time: unknown unit "d" in duration "30d"',
    );
    await fixture.delete('backups', 'poison');
    await fixture.phase('backups', 'one', 'Completed');
  });
});
