import {
  BOTH,
  cluster,
  fleet,
  settings,
} from './__testUtils__/onboardingFleet';
import { planOf } from './__testUtils__/planOf';

describe('planTenant, the schedules', () => {
  it('takes the tenant’s namespaces only, and nothing outside of them by force', () => {
    const [{ schedules }] = planOf({ clusters: BOTH }).clusters;
    const templates = schedules.map(({ object }) => object.spec.template);
    for (const template of templates) {
      expect(template.includedNamespaces).toEqual(['payments', 'payments-db']);
      expect(template).not.toHaveProperty('includeClusterResources');
      expect(template.storageLocation).toBe('payments--eu-west');
    }
    expect(templates).toMatchObject([
      {
        ttl: '720h0m0s',
        excludedResources: ['events', 'events.events.k8s.io'],
        snapshotMoveData: true,
      },
      {
        ttl: '168h0m0s',
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/component': 'database' },
        },
      },
      {
        ttl: '2160h0m0s',
        includedResources: ['secrets'],
        snapshotVolumes: false,
        defaultVolumesToFsBackup: false,
      },
      {
        ttl: '336h0m0s',
        includedResources: ['persistentvolumeclaims', 'persistentvolumes'],
        snapshotVolumes: true,
        snapshotMoveData: true,
      },
    ]);
  });

  it('takes a whole cluster but what makes no sense to bring back', () => {
    const { clusters } = planOf(
      { scope: 'platform', clusters: [{ cluster: 'eu-west' }] },
      fleet({
        mayOnboardPlatform: true,
        settings: settings({ excludedNamespaces: ['sandbox-*'] }),
      }),
    );
    const { template } = clusters[0].schedules[0].object.spec;
    expect(template).toMatchObject({
      includedNamespaces: ['*'],
      excludedNamespaces: ['kube-system', 'sandbox-*', 'velero'],
      includeClusterResources: true,
    });
  });

  it.each([
    ['move-snapshots', [true, true, false], 2],
    ['copy-files', [false, false, true], 3],
    ['snapshots', [true, false, false], 2],
  ] as const)('gets the data of volumes by %s', (volumes, flags, kinds) => {
    const { schedules } = planOf({ volumes }).clusters[0];
    const { template } = schedules[3].object.spec;
    expect([
      template.snapshotVolumes,
      template.snapshotMoveData,
      template.defaultVolumesToFsBackup,
    ]).toEqual(flags);
    expect(template.includedResources).toHaveLength(kinds);
  });

  it('has no schedule of volumes where volumes are left out', () => {
    const { schedules } = planOf({ volumes: 'none' }).clusters[0];
    expect(schedules.map(({ kind }) => kind)).toEqual([
      'all',
      'databases',
      'secrets',
    ]);
  });

  it('takes the exact time that was asked for, and says when that is', () => {
    const { schedules } = planOf(
      {
        schedules: {
          all: { cron: '5 4 * * *', keepFor: '48h' },
          databases: { enabled: false },
          secrets: { cron: 'TZ=Europe/Berlin 0 2 * * 1' },
        },
      },
      fleet({
        clusters: [
          cluster('eu-west', {
            veleros: [{ namespace: 'velero', zone: 'Asia/Tokyo' }],
          }),
        ],
      }),
    ).clusters[0];
    expect(schedules).toMatchObject([
      {
        sentence:
          'Each day at 04:05 (Asia/Tokyo), kept for 2 days: everything but events',
        nextRuns: [
          '2026-11-29T19:05:00.000Z',
          '2026-11-30T19:05:00.000Z',
          '2026-12-01T19:05:00.000Z',
        ],
        object: { spec: { schedule: '5 4 * * *' } },
      },
      {
        sentence:
          'Each Monday at 02:00 (Europe/Berlin), kept for 90 days: Secrets',
      },
      { kind: 'volumes' },
    ]);
  });

  it('names the schedule that a first backup is made of', () => {
    const all = { enabled: false };
    expect(planOf().clusters[0]).not.toHaveProperty('firstBackup');
    expect(planOf({ firstBackup: true }).clusters[0].firstBackup).toBe(
      'payments--eu-west--all',
    );
    expect(
      planOf({ firstBackup: true, schedules: { all } }).clusters[0].firstBackup,
    ).toBe('payments--eu-west--databases');
  });

  it('spreads a fleet over the hour', () => {
    const minutes = Array.from({ length: 200 }, (_, i) => {
      const { schedules } = planOf({ tenant: `team-${i}` }).clusters[0];
      return schedules[0].object.spec.schedule.split(' ')[0];
    });
    expect(new Set(minutes).size).toBeGreaterThan(45);
  });
});
