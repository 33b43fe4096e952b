import { ProtectionRow } from './ProtectionRow';

const nightly = { name: 'nightly' };
const before = { schedule: 'nightly', ago: 33 };
const lastNight = { schedule: 'nightly', ago: 9 };
const copies = [before];

/** Schedules that cannot run. */
export const brokenRows: ProtectionRow[] = [
  [
    'Velero refuses the cron expression',
    'failing',
    'Failing. Schedule nightly is refused by Velero: “invalid schedule: end of range (99) above maximum (59): "99"”. Last good copy 33 hours ago.',
    {
      schedules: [
        {
          ...nightly,
          cron: '99 * * * *',
          status: {
            phase: 'FailedValidation',
            validationErrors: [
              'invalid schedule: end of range (99) above maximum (59): "99"',
            ],
          },
        },
      ],
      backups: copies,
    },
  ],
  [
    'A cron expression with seconds, which Velero has not looked at yet',
    'failing',
    'Failing. Schedule nightly is refused by Velero: “invalid schedule: expected exactly 5 fields, found 6: [0 0 2 * * *]”. There is no good copy.',
    {
      schedules: [
        { ...nightly, cron: '0 0 2 * * *', age: 0.01, status: { phase: '' } },
      ],
    },
  ],
  [
    'A day that never comes',
    'failing',
    'Failing. Schedule nightly is for a day that never comes: 0 2 31 2 *. Last good copy 33 hours ago.',
    { schedules: [{ ...nightly, cron: '0 2 31 2 *' }], backups: copies },
  ],
  [
    'A template that no backup can be made of',
    'failing',
    "Failing. Each backup of schedule nightly is refused by Velero: “Invalid included/excluded namespace lists: includes list must either contain '*' only, or a non-empty list of items”. Last good copy 33 hours ago.",
    {
      schedules: [
        { ...nightly, spec: { includedNamespaces: ['*', 'payments'] } },
      ],
      backups: copies,
    },
  ],
  [
    'A name of more than 63 characters',
    'failing',
    'Failing. Schedule payments-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx can make no backups, because its name has more than 63 characters. There is no good copy.',
    {
      schedules: [{ name: `payments-${'x'.repeat(60)}` }],
    },
  ],
  [
    'Velero has not looked at the schedule for a day',
    'failing',
    'Failing. Velero has not looked at schedule nightly; its server may not be running. There is no good copy.',
    {
      schedules: [{ ...nightly, age: 24, ranAgo: -1, status: { phase: '' } }],
    },
  ],
  [
    'The storage location does not exist',
    'failing',
    'Failing. Schedule nightly writes to the storage location nowhere, which does not exist. Last good copy 33 hours ago.',
    {
      schedules: [{ ...nightly, spec: { storageLocation: 'nowhere' } }],
      backups: copies,
    },
  ],
  [
    'No storage location is named, and none is the default',
    'failing',
    'Failing. Schedule nightly writes to the storage location default, which does not exist. Last good copy 33 hours ago.',
    {
      schedules: [{ ...nightly, spec: { storageLocation: undefined } }],
      backups: copies,
    },
  ],
  [
    'No storage location is named, and the default one works',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      schedules: [{ ...nightly, spec: { storageLocation: undefined } }],
      backups: [lastNight],
      locations: [{ name: 'archive', spec: { default: true } }],
    },
  ],
  [
    'The storage location is unavailable, and with it the copies',
    'failing',
    'Failing. Schedule nightly cannot write, because the storage location archive is unavailable: “BackupStorageLocation "archive" is unavailable: NoSuchBucket: The specified bucket does not exist”. There is no good copy.',
    {
      schedules: [nightly],
      backups: [lastNight],
      locations: [
        {
          name: 'archive',
          phase: 'Unavailable',
          status: {
            message:
              'BackupStorageLocation "archive" is unavailable: NoSuchBucket: The specified bucket does not exist.',
          },
        },
      ],
    },
  ],
  [
    'The storage location is read-only: nothing new, but what is there can be restored',
    'failing',
    'Failing. Schedule nightly cannot write, because the storage location archive is read-only. Last good copy 9 hours ago.',
    {
      schedules: [nightly],
      backups: [lastNight],
      locations: [{ name: 'archive', spec: { accessMode: 'ReadOnly' } }],
    },
  ],
  [
    'The storage location has not been checked yet',
    'failing',
    'Failing. Schedule nightly cannot write, because Velero has not checked the storage location archive yet. There is no good copy.',
    {
      schedules: [nightly],
      locations: [{ name: 'archive', phase: '' }],
    },
  ],
];
