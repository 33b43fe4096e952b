import { ProtectionRow } from './ProtectionRow';
import { claimed, World } from './world';

const healthy: World = {
  schedules: [{ name: 'nightly' }],
  backups: [{ schedule: 'nightly', ago: 9 }],
};

/** What the portal cannot tell. */
const unknownRows: ProtectionRow[] = [
  [
    'The cluster cannot be reached',
    'unknown',
    'Unknown. Cluster eu cannot be reached, since 2026-11-23 09:00 UTC. By what was known before: protected. Last good copy 9 hours ago.',
    { ...healthy, state: 'unreachable', staleSince: '2026-11-23T09:00:00Z' },
  ],
  [
    'The portal is reconnecting',
    'unknown',
    'Unknown. Cluster eu is not watched at the moment, since 2026-11-23 10:58 UTC. By what was known before: protected. Last good copy 9 hours ago.',
    { ...healthy, state: 'stale', staleSince: '2026-11-23T10:58:00Z' },
  ],
  [
    'The cluster is read for the first time, nothing is there yet',
    'unknown',
    'Unknown. Cluster eu is being read for the first time. Nothing is known of it yet.',
    { state: 'syncing' },
  ],
  [
    'The cluster refuses the credential',
    'unknown',
    'Unknown. Cluster eu refuses the credential of the portal, since 2026-11-22 09:00 UTC. By what was known before: protected. Last good copy 9 hours ago.',
    { ...healthy, state: 'unauthorized', staleSince: '2026-11-22T09:00:00Z' },
  ],
  [
    'The cluster denies a right, and what is known is bad',
    'unknown',
    'Unknown. Cluster eu denies the portal a right, since 2026-11-23 09:00 UTC. By what was known before: not protected. There is no good copy.',
    {
      schedules: [{ name: 'nightly', paused: true }],
      state: 'forbidden',
      staleSince: '2026-11-23T09:00:00Z',
    },
  ],
  [
    'The cluster is not registered in the portal',
    'unknown',
    'Unknown. The portal knows no cluster us.',
    { namespaces: [claimed('payments', 'us')] },
  ],
  [
    'The claim is not proven',
    'unknown',
    'Unknown. Nobody has confirmed yet that namespace payments belongs here.',
    {
      ...healthy,
      namespaces: [{ cluster: 'eu', namespace: 'payments', proven: false }],
    },
  ],
  [
    'No cluster has proven the claim',
    'unknown',
    'Unknown. Nobody has confirmed yet that namespace payments belongs here.',
    { ...healthy, namespaces: [{ namespace: 'payments', proven: false }] },
  ],
  [
    'Nothing is claimed',
    'unknown',
    'Unknown. No namespace is claimed.',
    { ...healthy, namespaces: [] },
  ],
];

const both: World = {
  schedules: [
    { name: 'nightly', spec: { includedNamespaces: ['payments', 'shop'] } },
  ],
  backups: [
    {
      schedule: 'nightly',
      ago: 9,
      spec: { includedNamespaces: ['payments', 'shop'] },
    },
  ],
};
const databases = {
  includedNamespaces: ['shop'],
  labelSelector: { matchLabels: { app: 'db' } },
};
const labelled: World = {
  schedules: [
    { name: 'often', cron: '0 */3 * * *', ranAgo: 3 },
    { name: 'databases', cron: '0 */6 * * *', spec: databases, ranAgo: 5 },
  ],
  backups: [
    { schedule: 'often', ago: 2 },
    { schedule: 'databases', ago: 3, spec: databases },
  ],
};
const two = [claimed('payments'), claimed('shop')];

/** Entities with more than one namespace: the worst decides. */
const manyRows: ProtectionRow[] = [
  [
    'Two namespaces, both copied',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    { ...both, namespaces: two },
  ],
  [
    'Two namespaces, one of them by label only',
    'partial',
    'Partly protected. Last good copy 3 hours ago, next at 12:00 UTC. One of your two namespaces is only backed up by label.',
    { ...labelled, namespaces: two },
  ],
  [
    'Two namespaces, one of them by nothing',
    'unprotected',
    'Not protected. One of your two namespaces is not backed up.',
    { ...healthy, namespaces: two },
  ],
  [
    'Two namespaces, both by nothing',
    'unprotected',
    'Not protected. Both of your namespaces are not backed up.',
    { namespaces: two },
  ],
  [
    'Two namespaces, one of them not proven',
    'unknown',
    'Unknown. One of your two namespaces is not confirmed.',
    {
      ...healthy,
      namespaces: [two[0], { ...two[1], proven: false }],
    },
  ],
  [
    'Three namespaces: one copied, one by label, one by nothing',
    'unprotected',
    'Not protected. One of your three namespaces is only backed up by label. One of your three namespaces is not backed up.',
    { ...labelled, namespaces: [...two, claimed('ledger')] },
  ],
  [
    'One namespace in two clusters, both copied',
    'protected',
    'Protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC.',
    {
      ...healthy,
      others: { us: healthy },
      namespaces: [claimed('payments'), claimed('payments', 'us')],
    },
  ],
  [
    'One namespace in two clusters, one of which cannot be reached',
    'unknown',
    'Unknown. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. One of your two namespaces cannot be judged.',
    {
      ...healthy,
      others: {
        us: {
          ...healthy,
          state: 'unreachable',
          staleSince: '2026-11-23T09:00:00Z',
        },
      },
      namespaces: [claimed('payments'), claimed('payments', 'us')],
    },
  ],
  [
    'One namespace in two clusters: one fails, the other cannot be reached',
    'failing',
    'Failing. Last good copy 33 hours ago, next tomorrow at 02:00 UTC. One of your two namespaces has failing backups. One of your two namespaces cannot be judged.',
    {
      schedules: [{ name: 'nightly' }],
      backups: [
        { schedule: 'nightly', ago: 9, phase: 'Failed' },
        { schedule: 'nightly', ago: 33 },
      ],
      others: {
        us: {
          ...healthy,
          state: 'unreachable',
          staleSince: '2026-11-23T09:00:00Z',
        },
      },
      namespaces: [claimed('payments'), claimed('payments', 'us')],
    },
  ],
  [
    'The other cluster only reads this one’s backups, and has none of its own',
    'unprotected',
    'Not protected. One of your two namespaces is not backed up.',
    {
      ...healthy,
      others: {
        us: {
          backups: [{ schedule: 'nightly', ago: 9, origin: 'other-cluster' }],
          locations: [{ name: 'archive', spec: { accessMode: 'ReadOnly' } }],
        },
      },
      namespaces: [claimed('payments'), claimed('payments', 'us')],
    },
  ],
];

export const unknownSections: Record<string, ProtectionRow[]> = {
  'What the portal cannot tell': unknownRows,
  'Several namespaces and clusters': manyRows,
};
