import { ArtifactResult, BackupDetails } from 'backstage-plugin-velero-common';
import { resourcesFor, resultsFor, volumesFor } from './narrow';
import { parseResources } from './parseResources';
import { parseResults } from './parseResults';
import { parseVolumes } from './parseVolumes';

type Reach = Pick<BackupDetails, 'namespaces' | 'shared'>;

const OWN: Reach = { namespaces: ['payments'], shared: false };
const SHARED: Reach = { namespaces: ['payments'], shared: true };

const volume = { dataMoved: false, skipped: false };

describe('parseResults', () => {
  it.each<[string, unknown, Array<Partial<ArtifactResult>>]>([
    ['nothing', { errors: {}, warnings: {} }, []],
    ['null', null, []],
    ['null within', { errors: null, warnings: { velero: null } }, []],
    [
      'all scopes, errors first',
      {
        warnings: { cluster: ['w'] },
        errors: { velero: [' v '], namespaces: { b: ['x'], a: ['y'] } },
      },
      [
        { severity: 'error', scope: 'velero', message: 'v', count: 1 },
        { severity: 'error', scope: 'namespace', namespace: 'a', message: 'y' },
        { severity: 'error', scope: 'namespace', namespace: 'b', message: 'x' },
        { severity: 'warning', scope: 'cluster', message: 'w' },
      ],
    ],
    [
      'what is said again',
      { warnings: { namespaces: { a: ['x', 'y', 'x', 'x'] } } },
      [
        { message: 'x', count: 3 },
        { message: 'y', count: 1 },
      ],
    ],
    ['odd messages', { errors: { velero: [7] } }, [{ message: '7' }]],
    ['odd sections', { errors: [], warnings: 'x' }, []],
  ])('reads %s', (_, file, expected) => {
    const results = parseResults(file);
    expect(results).toHaveLength(expected.length);
    expect(results).toMatchObject(expected);
  });

  it.each([[[]], ['text'], [7]])('refuses %j', file => {
    expect(() => parseResults(file)).toThrow(/file of results/);
  });
});

describe('parseResources', () => {
  it.each([
    [null, []],
    [{}, []],
    [{ 'v1/Pod': null }, []],
    [
      { 'v1/Namespace': ['a'], 'apps/v1/Deployment': ['a/y', 'a/x'] },
      [
        { groupVersionKind: 'apps/v1/Deployment', namespace: 'a', name: 'x' },
        { groupVersionKind: 'apps/v1/Deployment', namespace: 'a', name: 'y' },
        { groupVersionKind: 'v1/Namespace', name: 'a' },
      ],
    ],
  ])('reads %j', (file, expected) => {
    expect(parseResources(file)).toEqual(expected);
  });
});

describe('parseVolumes', () => {
  it.each([
    [null, []],
    [[], []],
    [[null, 7], []],
    [[{}], [volume]],
    [
      [
        {
          pvcName: 'data',
          pvcNamespace: 'payments',
          pvName: 'pv-1',
          backupMethod: 'PodVolumeBackup',
          result: 'succeeded',
          startTimestamp: '2026-11-22T02:00:01Z',
          pvbInfo: {
            uploaderType: 'kopia',
            podName: 'db-0',
            volumeName: 'data',
            size: 100,
            incrementalSize: 0,
          },
        },
      ],
      [
        {
          ...volume,
          claim: 'data',
          namespace: 'payments',
          persistentVolume: 'pv-1',
          method: 'PodVolumeBackup',
          result: 'succeeded',
          startedAt: '2026-11-22T02:00:01.000Z',
          uploader: 'kopia',
          pod: 'db-0',
          podVolume: 'data',
          bytes: 100,
          incrementalBytes: 0,
        },
      ],
    ],
    [
      [
        {
          backupMethod: 'CSISnapshot',
          snapshotDataMoved: true,
          csiSnapshotInfo: { driver: 'ebs.csi.aws.com', size: 5 },
          snapshotDataMovementInfo: { dataMover: 'velero', size: 3 },
        },
      ],
      [
        {
          ...volume,
          dataMoved: true,
          method: 'CSISnapshot',
          dataMover: 'velero',
          bytes: 3,
        },
      ],
    ],
    [
      [
        {
          backupMethod: 'NativeSnapshot',
          nativeSnapshotInfo: { volumeType: 'gp3', snapshotHandle: 'snap-1' },
        },
      ],
      [{ ...volume, method: 'NativeSnapshot', volumeType: 'gp3' }],
    ],
    [
      [{ skipped: true, skippedReason: 'no snapshotter', pvbInfo: null }],
      [{ ...volume, skipped: true, skippedReason: 'no snapshotter' }],
    ],
    [
      [{ pvbInfo: { size: -1, incrementalSize: 'x' }, startTimestamp: 'now' }],
      [volume],
    ],
  ])('reads %j', (file, expected) => {
    expect(parseVolumes(file)).toEqual(expected);
  });

  it('refuses what is no list', () => {
    expect(() => parseVolumes({})).toThrow(/list of volumes/);
  });
});

describe('what is shown of it', () => {
  const results = parseResults({
    errors: {
      velero: ['about shop', 'about shop'],
      cluster: ['about shop'],
      namespaces: { payments: ['ours'], shop: ['theirs'] },
    },
  });

  it('is all of the results when the backup is the reader’s alone', () => {
    const { items, withheld } = resultsFor(results, OWN);
    expect(items.map(({ message }) => message)).toEqual([
      'about shop',
      'about shop',
      'ours',
    ]);
    expect(withheld).toBeUndefined();
  });

  it('is of a shared backup what concerns the reader, and a count of what concerns all', () => {
    const { items, withheld } = resultsFor(results, SHARED);
    expect(items).toMatchObject([{ message: 'ours' }]);
    expect(withheld).toBe(3);
  });

  it('is cut after 1,000 results', () => {
    const many = parseResults({
      errors: {
        namespaces: { payments: Array.from({ length: 1_001 }, (_, i) => i) },
      },
    });
    const { items, truncated } = resultsFor(many, OWN);
    expect(items).toHaveLength(1_000);
    expect(truncated).toBe(true);
  });

  const resources = parseResources({
    'v1/ConfigMap': ['payments/c1', 'shop/c1'],
    'v1/Namespace': ['payments', 'shop'],
    'v1/PersistentVolume': ['pvc-1'],
    'apps/v1/Deployment': ['payments/api'],
  });

  const shown = (reach: Reach, query: object) => {
    const { items, ...rest } = resourcesFor(resources, reach, query);
    return {
      ...rest,
      items: items.map(item =>
        [item.groupVersionKind, item.namespace, item.name]
          .filter(Boolean)
          .join('/'),
      ),
    };
  };

  it.each([
    [
      SHARED,
      {},
      3,
      [
        'apps/v1/Deployment/payments/api',
        'v1/ConfigMap/payments/c1',
        'v1/Namespace/payments',
      ],
    ],
    [OWN, { q: 'persistent' }, 1, ['v1/PersistentVolume/pvc-1']],
    [SHARED, { q: 'persistent' }, 0, []],
    [SHARED, { q: 'shop' }, 0, []],
    [OWN, { q: 'CONFIGMAP/pay' }, 1, ['v1/ConfigMap/payments/c1']],
    [OWN, { limit: 1, offset: 1 }, 4, ['v1/ConfigMap/payments/c1']],
    [OWN, { offset: 9 }, 4, []],
  ])('of resources to %j for %j is right', (reach, query, total, items) => {
    expect(shown(reach, query)).toMatchObject({ totalItems: total, items });
  });

  it('tells whether more resources follow', () => {
    expect(shown(OWN, { limit: 3 }).truncated).toBe(true);
    expect(shown(OWN, { limit: 3, offset: 1 }).truncated).toBe(false);
  });

  it('is of volumes what belongs to the reader’s claims', () => {
    const volumes = parseVolumes([
      { pvName: 'free' },
      { pvcNamespace: 'payments', pvName: 'ours' },
      { pvcNamespace: 'shop', pvName: 'theirs' },
    ]);
    const names = (reach: Reach) =>
      volumesFor(volumes, reach).items.map(item => item.persistentVolume);
    expect(names(SHARED)).toEqual(['ours']);
    expect(names(OWN)).toEqual(['free', 'ours']);
  });
});
