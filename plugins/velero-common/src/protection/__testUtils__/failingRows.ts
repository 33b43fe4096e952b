import { brokenRows } from './brokenRows';
import { ProtectionRow } from './ProtectionRow';

const nightly = { name: 'nightly' };
const before = { schedule: 'nightly', ago: 33 };
const lastNight = { schedule: 'nightly', ago: 9 };
const shared = { includedNamespaces: ['payments', 'shop'] };

/** Runs that ended badly. */
const badRuns: ProtectionRow[] = [
  [
    'Last night failed',
    'failing',
    'Failing. Backup nightly-9 failed: “found a backup with status "InProgress" during the server starting, mark it as "Failed"”. Last good copy 33 hours ago.',
    {
      schedules: [nightly],
      backups: [
        {
          ...lastNight,
          phase: 'Failed',
          status: {
            failureReason:
              'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
          },
        },
        before,
      ],
    },
  ],
  [
    'Last night failed, and the backup holds the namespace of somebody else, too',
    'failing',
    'Failing. Backup nightly-9 failed. Last good copy 33 hours ago.',
    {
      schedules: [{ ...nightly, spec: shared }],
      backups: [
        {
          ...lastNight,
          spec: shared,
          phase: 'Failed',
          status: { failureReason: 'no space left for shop' },
        },
        { ...before, spec: shared },
      ],
    },
  ],
  [
    'The newest backup says that it began in ten years',
    'failing',
    'Failing. Backup nightly--87600 says that it began at 2036-11-20T11:00:00.000Z, which is in the future: a clock is wrong, and nobody knows how old it is. Last good copy 33 hours ago.',
    {
      schedules: [nightly],
      backups: [{ schedule: 'nightly', ago: -87_600 }, before],
    },
  ],
  [
    'Last night ended PartiallyFailed',
    'failing',
    'Failing. Backup nightly-9 ended with gaps (2 errors). Last good copy 33 hours ago.',
    {
      schedules: [nightly],
      backups: [
        { ...lastNight, phase: 'PartiallyFailed', status: { errors: 2 } },
        before,
      ],
    },
  ],
  [
    'All copies there are ended PartiallyFailed',
    'failing',
    'Failing. Backup nightly-9 ended with gaps (1 error). There is no good copy.',
    {
      schedules: [nightly],
      backups: [
        { ...lastNight, phase: 'PartiallyFailed', status: { errors: 1 } },
      ],
    },
  ],
  [
    'Last night was refused by Velero',
    'failing',
    "Failing. Backup nightly-9 was refused by Velero: “backup can't be created because BackupStorageLocation archive is in Unavailable status”. Last good copy 33 hours ago.",
    {
      schedules: [nightly],
      backups: [
        {
          ...lastNight,
          phase: 'FailedValidation',
          status: {
            validationErrors: [
              "backup can't be created because BackupStorageLocation archive is in Unavailable status.",
            ],
          },
        },
        before,
      ],
    },
  ],
  [
    'Last night was refused for namespaces of others, whose names stay hidden',
    'failing',
    'Failing. Backup nightly-9 was refused by Velero: “Invalid included/excluded namespace lists”. There is no good copy.',
    {
      schedules: [nightly],
      backups: [
        {
          ...lastNight,
          phase: 'FailedValidation',
          status: {
            validationErrors: [
              'Invalid included/excluded namespace lists: excludes list cannot contain an item in the includes list: secret-team',
            ],
          },
        },
      ],
    },
  ],
  [
    'Last night completed with nothing in it',
    'failing',
    'Failing. Backup nightly-9 completed, but holds nothing. Last good copy 33 hours ago.',
    { schedules: [nightly], backups: [{ ...lastNight, items: 0 }, before] },
  ],
  [
    'The location of the last copy is gone, the schedule writes to another one',
    'failing',
    'Failing. Backup nightly-9 cannot be restored, because the storage location former is missing or unavailable. There is no good copy.',
    {
      schedules: [nightly],
      backups: [{ ...lastNight, spec: { storageLocation: 'former' } }],
    },
  ],
  [
    'A failure within the time that the annotation allows',
    'failing',
    'Failing. Backup nightly-9 failed. Last good copy 33 hours ago.',
    {
      schedules: [nightly],
      backups: [{ ...lastNight, phase: 'Failed' }, before],
      rpo: '72h',
    },
  ],
  [
    'Objects are copied, volumes fail',
    'failing',
    'Failing. Backup volumes-8 ended with gaps. Last good copy 9 hours ago.',
    {
      schedules: [
        { ...nightly, spec: { snapshotVolumes: false } },
        { name: 'volumes', spec: { includedResources: ['pvc', 'pv'] } },
      ],
      backups: [
        { ...lastNight, spec: { snapshotVolumes: false } },
        {
          schedule: 'volumes',
          ago: 8,
          phase: 'PartiallyFailed',
          spec: { includedResources: ['pvc', 'pv'] },
        },
      ],
    },
  ],
  [
    'The last copy has expired',
    'failing',
    'Failing. Schedule nightly has run, but no copy of it is left. There is no good copy.',
    {
      schedules: [nightly],
      backups: [
        {
          schedule: 'nightly',
          ago: 9,
          status: { expiration: '2026-11-23T10:00:00Z' },
        },
      ],
    },
  ],
];

/** Objects that stop a whole Velero server. */
const poison: ProtectionRow[] = [
  [
    'Somebody’s Backup has the time to live “30d”',
    'failing',
    'Failing. All backups of this Velero stand still: Backup oops holds a duration that Velero cannot read (time: unknown unit "d" in duration "30d"; write 720h instead). Last good copy 9 hours ago.',
    {
      schedules: [nightly],
      backups: [
        lastNight,
        {
          name: 'oops',
          ago: 1,
          phase: '',
          spec: { includedNamespaces: ['shop'], ttl: '30d' },
        },
      ],
    },
  ],
  [
    'Another Schedule has a time limit that Velero cannot read',
    'failing',
    'Failing. All backups of this Velero stand still: Schedule odd holds a duration that Velero cannot read (time: invalid duration "soon"). Last good copy 9 hours ago.',
    {
      schedules: [
        nightly,
        {
          name: 'odd',
          spec: { includedNamespaces: ['shop'], itemOperationTimeout: 'soon' },
        },
      ],
      backups: [lastNight],
    },
  ],
  [
    'Copies by hand only, and the server is stopped by a Backup',
    'failing',
    'Failing. All backups of this Velero stand still: Backup oops holds a duration that Velero cannot read (time: unknown unit "w" in duration "1w"; write 168h instead). Last good copy 3 hours ago.',
    {
      backups: [
        { ago: 3 },
        { name: 'oops', ago: 1, phase: '', spec: { ttl: '1w' } },
      ],
      rpo: '24h',
    },
  ],
  [
    'An odd Backup of another Velero server in the cluster',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [nightly],
      backups: [
        lastNight,
        {
          name: 'oops',
          velero: 'velero-two',
          ago: 1,
          phase: '',
          spec: { includedNamespaces: ['shop'], ttl: '30d' },
        },
      ],
    },
  ],
];

export const failingSections: Record<string, ProtectionRow[]> = {
  'Runs that ended badly': badRuns,
  'Schedules that cannot run': brokenRows,
  'Objects that stop Velero': poison,
};
