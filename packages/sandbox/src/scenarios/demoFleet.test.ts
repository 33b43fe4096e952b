import { Sandbox, startSandbox } from '../startSandbox';
import { eventually } from '../testing/eventually';
import { TestClient } from '../testing/TestClient';
import {
  Backup,
  BackupStorageLocation,
  Schedule,
} from '../velero/VeleroObjects';
import { demoFleet } from './demoFleet';

const NOW = new Date('2026-11-23T09:31:07Z');
const DAY = 24 * 3_600_000;

describe('demoFleet', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ ...demoFleet(NOW), now: () => NOW });
  });

  afterAll(() => sandbox.stop());

  const backupsOf = (cluster: string) =>
    sandbox.cluster(cluster).objects.list('backups') as unknown as Backup[];

  const count = (cluster: string, phase: string) =>
    backupsOf(cluster).filter(({ status }) => status?.phase === phase).length;

  it.each([
    ['eu-west', 'payments', 'group:default/payments'],
    ['eu-west', 'payments-db', 'group:default/payments'],
    ['us-east', 'payments', 'group:default/payments'],
    ['eu-west', 'shop', 'group:default/shop'],
    ['edge-lab', 'analytics', 'group:default/analytics'],
    ['eu-west', 'unclaimed', undefined],
  ])('has in %s the namespace %s of %s', (cluster, name, owner) => {
    const namespace = sandbox.cluster(cluster).objects.get('namespaces', name);
    expect(namespace?.metadata.annotations?.['backstage.io/owner']).toBe(owner);
  });

  it.each([
    ['eu-west', 'payments', 'aws payments-backups/eu-west ReadWrite'],
    ['eu-west', 'payments-us-east', 'aws payments-backups/us-east ReadOnly'],
    ['us-east', 'payments', 'aws payments-backups/us-east ReadWrite'],
    ['us-east', 'payments-eu-west', 'aws payments-backups/eu-west ReadOnly'],
    ['eu-west', 'shop', 'aws shop-backups/eu-west ReadWrite'],
    ['edge-lab', 'analytics', 'gcp analytics-backups/edge-lab ReadWrite'],
  ])('has in %s the location %s at %s', (cluster, name, expected) => {
    const { objects } = sandbox.cluster(cluster);
    const { spec } = objects.get(
      'backupstoragelocations',
      name,
      'velero',
    ) as BackupStorageLocation;
    const { provider, objectStorage, accessMode } = spec!;
    const { bucket, prefix } = objectStorage!;
    expect(`${provider} ${bucket}/${prefix} ${accessMode}`).toBe(expected);
  });

  it.each([
    ['configmaps', 200],
    ['services', 200],
    ['secrets', 403],
  ])(
    "answers the portal's list of %s in a namespace with %i",
    async (resource, expected) => {
      const cluster = sandbox.cluster('eu-west');
      const client = new TestClient(cluster, { token: cluster.tokens.portal });
      const { status } = await client.request(
        `/api/v1/namespaces/shop/${resource}`,
      );
      expect(status).toBe(expected);
    },
  );

  it('validates its locations', async () => {
    const phaseOf = (name: string) =>
      sandbox
        .cluster('edge-lab')
        .objects.get('backupstoragelocations', name, 'velero')?.status;
    await eventually(() =>
      expect(phaseOf('analytics-archive')).toMatchObject({
        phase: 'Unavailable',
      }),
    );
    expect(phaseOf('analytics')).toMatchObject({ phase: 'Available' });
  });

  it('looks back on 30 days, without anything that has expired', () => {
    const starts = backupsOf('eu-west').flatMap(({ status }) =>
      status?.startTimestamp ? [Date.parse(status.startTimestamp)] : [],
    );
    const oldest = Math.min(...starts);
    expect(NOW.getTime() - oldest).toBeGreaterThan(29 * DAY);
    expect(NOW.getTime() - oldest).toBeLessThanOrEqual(30 * DAY);
    expect(Math.max(...starts)).toBeLessThanOrEqual(NOW.getTime());
    const expired = backupsOf('eu-west').filter(
      ({ status }) => Date.parse(status?.expiration ?? '') < NOW.getTime(),
    );
    expect(expired).toEqual([]);
  });

  it('knows failures of all kinds among many that went well', () => {
    expect(count('eu-west', 'Completed')).toBeGreaterThan(500);
    for (const phase of ['PartiallyFailed', 'Failed', 'FailedValidation']) {
      expect(count('eu-west', phase)).toBeGreaterThan(0);
      expect(count('eu-west', phase)).toBeLessThan(40);
    }
  });

  it('shows the backups of one region in the other, as synchronised', () => {
    const name = ({ metadata }: Backup) => metadata.name;
    const west = backupsOf('eu-west').filter(
      ({ spec }) => spec?.storageLocation === 'payments-us-east',
    );
    const origin = backupsOf('us-east').filter(
      ({ spec, status }) =>
        spec?.storageLocation === 'payments' &&
        ['Completed', 'PartiallyFailed'].includes(status?.phase ?? ''),
    );
    expect(west.map(name).sort()).toEqual(origin.map(name).sort());
    expect(west.length).toBeGreaterThan(100);
    expect(Date.parse(west[0].metadata.creationTimestamp!)).toBeGreaterThan(
      Date.parse(west[0].status!.completionTimestamp!),
    );
  });

  it('has in the bucket what synchronisation would keep', () => {
    const bucket = sandbox.buckets.get('payments-backups')!;
    const copies = backupsOf('us-east').filter(
      ({ spec }) => spec?.storageLocation === 'payments-eu-west',
    );
    expect(bucket.folders('eu-west/backups').sort()).toEqual(
      copies.map(({ metadata }) => metadata.name).sort(),
    );
  });

  it('is the same for the same time', async () => {
    const again = await startSandbox({ ...demoFleet(NOW), now: () => NOW });
    const shape = (one: Sandbox) =>
      one
        .cluster('us-east')
        .objects.list('backups')
        .map(({ metadata, spec, status }) => [metadata.name, spec, status]);
    expect(shape(again)).toEqual(shape(sandbox));
    await again.stop();
  });

  it('has a schedule for everything, and some that run every few minutes', () => {
    const { objects } = sandbox.cluster('eu-west');
    const schedules = objects.list('schedules') as unknown as Schedule[];
    expect(schedules.map(({ metadata }) => metadata.name).sort()).toEqual([
      'payments-eu-west-all',
      'payments-eu-west-databases',
      'payments-eu-west-ledger',
      'payments-eu-west-secrets',
      'payments-eu-west-volumes',
      'platform-eu-west-everything',
      'shop-eu-west-all',
      'shop-eu-west-carts',
      'shop-eu-west-databases',
      'shop-eu-west-secrets',
      'shop-eu-west-volumes',
    ]);
    const due = schedules.filter(
      ({ status }) =>
        NOW.getTime() - Date.parse(status?.lastBackup ?? '') < 400_000,
    );
    expect(due.length).toBeGreaterThanOrEqual(2);
  });
});
