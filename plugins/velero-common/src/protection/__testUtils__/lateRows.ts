import { ProtectionRow } from './ProtectionRow';

const nightly = { name: 'nightly' };

/** Copies that are too old, of schedules that work. */
export const lateRows: ProtectionRow[] = [
  [
    'Nightly, but the last copy is three days old and no run was missed',
    'late',
    'Late. Last good copy 3 days ago, which is more than 27 hours. Next run tomorrow at 02:00 UTC.',
    { schedules: [nightly], backups: [{ schedule: 'nightly', ago: 81 }] },
  ],
  [
    'Nightly, and Velero has not run it for three days',
    'late',
    'Late. Last good copy 3 days ago, which is more than 27 hours. Schedule nightly should have run at 2026-11-21 02:00 UTC. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, ranAgo: 81 }],
      backups: [{ schedule: 'nightly', ago: 81 }],
    },
  ],
  [
    'The run of last night still waits in the queue',
    'late',
    'Late. Last good copy 33 hours ago, which is more than 27 hours. A backup of schedule nightly is under way. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, ranAgo: 33 }],
      backups: [
        { schedule: 'nightly', ago: 33 },
        { schedule: 'nightly', ago: 9, phase: 'Queued', items: 0 },
      ],
    },
  ],
  [
    'The annotation asks for more than the schedule gives',
    'late',
    'Late. Last good copy 9 hours ago, which is more than 4 hours. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [{ schedule: 'nightly', ago: 9 }],
      rpo: '4h',
    },
  ],
  [
    'The policy for the tier asks for more than the schedule gives',
    'late',
    'Late. Last good copy 9 hours ago, which is more than 1 hour. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [{ schedule: 'nightly', ago: 9 }],
      policy: { tier: 'gold', rpo: 'PT1H' },
    },
  ],
  [
    'The annotation is milder than the policy, and wins',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [{ schedule: 'nightly', ago: 9 }],
      rpo: '12h',
      policy: { tier: 'gold', rpo: '1h' },
    },
  ],
  [
    'The annotation cannot be read, so the policy holds',
    'late',
    'Late. Last good copy 9 hours ago, which is more than 1 hour. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [{ schedule: 'nightly', ago: 9 }],
      rpo: '30d',
      policy: { tier: 'gold', rpo: '1h' },
    },
  ],
  [
    'The last copy is being deleted, the one before is old',
    'late',
    'Late. Last good copy 33 hours ago, which is more than 27 hours. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [
        { schedule: 'nightly', ago: 9, phase: 'Deleting' },
        { schedule: 'nightly', ago: 33 },
      ],
    },
  ],
  [
    'Objects are copied in time, volumes are not',
    'late',
    'Late. Last good copy 4 days ago, which is more than 27 hours. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [
        { ...nightly, spec: { snapshotVolumes: false } },
        { name: 'volumes', spec: { includedResources: ['pvc', 'pv'] } },
      ],
      backups: [
        { schedule: 'nightly', ago: 9, spec: { snapshotVolumes: false } },
        {
          schedule: 'volumes',
          ago: 100,
          spec: { includedResources: ['pvc', 'pv'] },
        },
      ],
    },
  ],
  [
    'A new schedule that has not run yet, and a copy by hand from long ago',
    'late',
    'Late. Last good copy 8 days ago, which is more than 27 hours. Schedule nightly has never run. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, age: 1, ranAgo: -1 }],
      backups: [{ ago: 200 }],
    },
  ],
  [
    'A new schedule in the place of one that was deleted last night',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [{ name: 'nightly-two', age: 1, ranAgo: -1 }],
      backups: [{ schedule: 'nightly', ago: 9 }],
    },
  ],
  [
    'Copies by hand, too old for the annotation',
    'late',
    'Late. Last good copy 30 hours ago, which is more than 24 hours.',
    { backups: [{ ago: 30 }], rpo: '24h' },
  ],
  [
    'By label only, and late at that',
    'late',
    'Late. Last good copy 2 days ago, which is more than 27 hours. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [
        {
          ...nightly,
          spec: { labelSelector: { matchLabels: { app: 'db' } } },
        },
      ],
      backups: [
        {
          schedule: 'nightly',
          ago: 60,
          spec: { labelSelector: { matchLabels: { app: 'db' } } },
        },
      ],
    },
  ],
];
