import { ProtectionRow } from './ProtectionRow';
import { hoursAgo } from './world';

const nightly = { name: 'nightly' };
const lastNight = { schedule: 'nightly', ago: 9 };

/** Schedules that work. */
export const keptRows: ProtectionRow[] = [
  [
    'A schedule runs at 02:00 and did so last night',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    { schedules: [nightly], backups: [lastNight] },
  ],
  [
    'A schedule of all namespaces',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, spec: { includedNamespaces: ['*'] } }],
      backups: [{ ...lastNight, spec: { includedNamespaces: ['*'] } }],
    },
  ],
  [
    'A schedule by glob, whose backup has warnings',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, spec: { includedNamespaces: ['pay*'] } }],
      backups: [
        {
          ...lastNight,
          spec: { includedNamespaces: ['pay*'] },
          status: { warnings: 3 },
        },
      ],
    },
  ],
  [
    'Hourly, last copy half an hour ago',
    'protected',
    'Protected. Last good copy 30 minutes ago, next at 11:30 UTC.',
    {
      schedules: [{ name: 'hourly', cron: '30 * * * *', ranAgo: 0.5 }],
      backups: [{ schedule: 'hourly', ago: 0.5 }],
    },
  ],
  [
    'Hourly, one run is behind: within the hour of grace',
    'protected',
    'Protected. Last good copy 1 hour ago, next at 12:00 UTC.',
    {
      schedules: [{ name: 'hourly', cron: '0 * * * *', ranAgo: 0.1 }],
      backups: [{ schedule: 'hourly', ago: 1.9 }],
    },
  ],
  [
    'On weekdays only, on a Monday before the run',
    'protected',
    'Protected. Last good copy 2 days ago, next at 20:00 UTC.',
    {
      schedules: [{ name: 'weekdays', cron: '0 20 * * 1-5', ranAgo: 63 }],
      backups: [{ schedule: 'weekdays', ago: 63 }],
    },
  ],
  [
    'Each Sunday, eight hours into the week',
    'protected',
    'Protected. Last good copy 35 hours ago, next on 2026-11-29 at 00:00 UTC.',
    {
      schedules: [{ name: 'weekly', cron: '@weekly', ranAgo: 35 }],
      backups: [{ schedule: 'weekly', ago: 35 }],
    },
  ],
  [
    'Every six hours, counted from the last run',
    'protected',
    'Protected. Last good copy 5 hours ago, next at 12:00 UTC.',
    {
      schedules: [{ name: 'often', cron: '@every 6h', ranAgo: 5 }],
      backups: [{ schedule: 'often', ago: 5 }],
    },
  ],
  [
    'At 02:00 in Tokyo',
    'protected',
    'Protected. Last good copy 18 hours ago, next at 17:00 UTC.',
    {
      schedules: [
        { ...nightly, cron: 'CRON_TZ=Asia/Tokyo 0 2 * * *', ranAgo: 18 },
      ],
      backups: [{ schedule: 'nightly', ago: 18 }],
    },
  ],
  [
    'At 14:00 by the clock of a server in Berlin',
    'protected',
    'Protected. Last good copy 22 hours ago, next at 13:00 UTC.',
    {
      schedules: [{ ...nightly, cron: '0 14 * * *', ranAgo: 22 }],
      backups: [{ schedule: 'nightly', ago: 22 }],
      zone: 'Europe/Berlin',
    },
  ],
  [
    'A new backup is running',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [lastNight, { ago: 0.1, phase: 'InProgress', items: 3 }],
    },
  ],
  [
    'The copy is younger than the annotation asks for',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    { schedules: [nightly], backups: [lastNight], rpo: '24h' },
  ],
  [
    'The same, written as ISO 8601',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    { schedules: [nightly], backups: [lastNight], rpo: 'P1D' },
  ],
  [
    'The annotation cannot be read: the schedule’s own interval holds',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    { schedules: [nightly], backups: [lastNight], rpo: '1d' },
  ],
  [
    'One schedule takes the objects, another the volumes',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [
        { ...nightly, spec: { snapshotVolumes: false } },
        {
          name: 'volumes',
          spec: { includedResources: ['pvc', 'pv'] },
          ranAgo: 8,
        },
      ],
      backups: [
        { ...lastNight, spec: { snapshotVolumes: false } },
        {
          schedule: 'volumes',
          ago: 8,
          spec: { includedResources: ['pvc', 'pv'] },
        },
      ],
    },
  ],
  [
    'A schedule of everything beside one of the databases',
    'protected',
    'Protected. Last good copy 9 hours ago, next at 12:00 UTC.',
    {
      schedules: [
        nightly,
        {
          name: 'databases',
          cron: '0 * * * *',
          spec: { labelSelector: { matchLabels: { app: 'db' } } },
          ranAgo: 0,
        },
      ],
      backups: [
        lastNight,
        {
          schedule: 'databases',
          ago: 0.2,
          spec: { labelSelector: { matchLabels: { app: 'db' } } },
        },
      ],
    },
  ],
  [
    'The platform’s schedule fails, the team’s own works',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [
        nightly,
        { name: 'platform', spec: { includedNamespaces: ['*'] }, ranAgo: 8 },
      ],
      backups: [
        lastNight,
        {
          schedule: 'platform',
          ago: 8,
          phase: 'PartiallyFailed',
          spec: { includedNamespaces: ['*'] },
        },
      ],
    },
  ],
  [
    'A paused schedule beside one that works',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [nightly, { name: 'old', paused: true }],
      backups: [lastNight],
    },
  ],
  [
    'The schedule failed last night, and somebody made a copy by hand since',
    'protected',
    'Protected. Last good copy 1 hour ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [{ ...lastNight, phase: 'Failed' }, { ago: 1 }],
    },
  ],
  [
    'Copies by hand, young enough for the annotation',
    'protected',
    'Protected. Last good copy 3 hours ago. No schedule makes the next one.',
    { backups: [{ ago: 3 }], rpo: '24h' },
  ],
  [
    'The cluster was made anew and its backups were found in the store',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, age: 2, ranAgo: -1 }],
      backups: [{ ...lastNight, createdAgo: 2 }],
    },
  ],
  [
    'Two clusters write to one place, and this one made the backup',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [{ ...lastNight, origin: 'unknown' }],
    },
  ],
  [
    'A skipped run: the next one counts from the skip',
    'protected',
    'Protected. Last good copy 6 hours ago, next at 16:00 UTC.',
    {
      schedules: [
        {
          name: 'often',
          cron: '@every 6h',
          ranAgo: 6.5,
          status: { lastSkipped: hoursAgo(1) },
        },
      ],
      backups: [{ schedule: 'often', ago: 6.5 }],
    },
  ],
];
