import { ProtectionRow } from './ProtectionRow';
import { hoursAgo } from './world';

const nightly = { name: 'nightly' };
const lastNight = { schedule: 'nightly', ago: 9 };

/** Nothing makes copies. */
export const unprotectedRows: ProtectionRow[] = [
  [
    'No schedule, no backup',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {},
  ],
  [
    'The cluster has no Velero',
    'unprotected',
    'Not protected. Cluster eu has no Velero.',
    { state: 'not-installed' },
  ],
  [
    'A schedule of another namespace',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {
      schedules: [{ ...nightly, spec: { includedNamespaces: ['shop'] } }],
      backups: [{ ...lastNight, spec: { includedNamespaces: ['shop'] } }],
    },
  ],
  [
    'A schedule whose pattern does not fit',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {
      schedules: [{ ...nightly, spec: { includedNamespaces: ['payments-*'] } }],
      backups: [
        {
          ...lastNight,
          spec: { includedNamespaces: ['payments-*'] },
          items: 0,
        },
      ],
    },
  ],
  [
    'The template leaves the namespace out',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {
      schedules: [
        {
          ...nightly,
          spec: { includedNamespaces: ['*'], excludedNamespaces: ['pay*'] },
        },
      ],
      backups: [
        {
          ...lastNight,
          spec: { includedNamespaces: ['*'], excludedNamespaces: ['pay*'] },
        },
      ],
    },
  ],
  [
    'The template takes nothing that lies in a namespace',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {
      schedules: [
        { ...nightly, spec: { excludedNamespaceScopedResources: ['*'] } },
      ],
    },
  ],
  [
    'The only schedule is paused, its last copy is young',
    'unprotected',
    'Not protected. Schedule nightly is paused. Last good copy 9 hours ago.',
    { schedules: [{ ...nightly, paused: true }], backups: [lastNight] },
  ],
  [
    'The only schedule is paused, the annotation is met by its last copy',
    'unprotected',
    'Not protected. Schedule nightly is paused. Last good copy 9 hours ago.',
    {
      schedules: [{ ...nightly, paused: true }],
      backups: [lastNight],
      rpo: '24h',
    },
  ],
  [
    'The schedule was made an hour ago and has not run yet',
    'unprotected',
    'Not protected. Schedule nightly has never run. Next run tomorrow at 02:00 UTC.',
    { schedules: [{ ...nightly, age: 1, ranAgo: -1 }] },
  ],
  [
    'The schedule has not run, although it should have',
    'unprotected',
    'Not protected. Schedule nightly has never run. Next run tomorrow at 02:00 UTC.',
    { schedules: [{ ...nightly, age: 50, ranAgo: -1 }] },
  ],
  [
    'The first run is under way',
    'unprotected',
    'Not protected. A backup of schedule nightly is under way. Next run tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, age: 9, ranAgo: 0 }],
      backups: [{ schedule: 'nightly', ago: 0, phase: 'InProgress', items: 4 }],
    },
  ],
  [
    'Copies by hand, and nobody said how old they may be',
    'unprotected',
    'Not protected. No schedule makes new copies of it. Last good copy 3 hours ago.',
    { backups: [{ ago: 3 }] },
  ],
  [
    'The schedule was deleted, its copies are left',
    'unprotected',
    'Not protected. No schedule makes new copies of it. Last good copy 9 hours ago.',
    { backups: [lastNight] },
  ],
  [
    'A backup by hand that holds nothing',
    'unprotected',
    'Not protected. Nothing backs it up.',
    { backups: [{ ago: 3, items: 0 }], rpo: '24h' },
  ],
  [
    'A backup by hand in a phase that only a newer Velero knows',
    'unprotected',
    'Not protected. Nothing backs it up.',
    { backups: [{ ago: 3, phase: 'Verifying' }], rpo: '24h' },
  ],
  [
    'Backups of the namespace of that name in another cluster, read from its location',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {
      backups: [{ ...lastNight, origin: 'other-cluster' }],
      locations: [{ name: 'archive', spec: { accessMode: 'ReadOnly' } }],
    },
  ],
  [
    'A schedule of a Velero that takes only another namespace, and a copy that has expired',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {
      schedules: [{ ...nightly, spec: { includedNamespaces: ['shop'] } }],
      backups: [{ ago: 9, status: { expiration: hoursAgo(1) } }],
      rpo: '24h',
    },
  ],
  [
    'Two clusters write to one place, and the backup was found in it',
    'unprotected',
    'Not protected. Nothing backs it up.',
    {
      backups: [{ ...lastNight, origin: 'unknown', createdAgo: 8 }],
      rpo: '24h',
    },
  ],
];
