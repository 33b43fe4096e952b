import { SandboxCluster } from '../SandboxCluster';

const LABELS_OF_A_MEGABYTE = Object.fromEntries(
  Array.from({ length: 10_000 }, (_, index) => [
    `example.com/label-${index}`,
    'x'.repeat(80),
  ]),
);

interface Oddity {
  metadata?: Record<string, unknown>;
  spec?: unknown;
  status?: unknown;
}

/** Backups as none should be, each of its own kind; no API server would take most of them. */
export const ODD_BACKUPS = {
  'unknown-phase': { spec: {}, status: { phase: 'Daydreaming' } },
  'without-status': { spec: {} },
  'without-spec': { status: { phase: 'Completed' } },
  'null-spec': { spec: null, status: null },
  'bad-timestamp': {
    spec: {},
    status: {
      phase: 'Completed',
      startTimestamp: 'yesterday',
      completionTimestamp: '2026-99-99T99:99:99Z',
      expiration: '',
    },
  },
  'huge-labels': {
    metadata: { labels: LABELS_OF_A_MEGABYTE },
    spec: {},
    status: { phase: 'Completed' },
  },
  'numbers-for-text': {
    metadata: { labels: { 'velero.io/schedule-name': 7 } },
    spec: { storageLocation: 5, includedNamespaces: [1, 2], ttl: 3 },
    status: { phase: 4, errors: 'many', warnings: -1, progress: 'half' },
  },
  'text-for-lists': {
    spec: { includedNamespaces: 'team-a', orLabelSelectors: {} },
    status: { phase: 'Completed', validationErrors: 'none' },
  },
  'poisonous-ttl': { spec: { ttl: '30d' }, status: {} },
} satisfies Record<string, Oddity>;

export type OddBackup = keyof typeof ODD_BACKUPS;

/** Puts odd backups into a cluster, all when none is named. */
export function addOddBackups(
  { objects, veleroNamespace }: SandboxCluster,
  names: OddBackup[] = Object.keys(ODD_BACKUPS) as OddBackup[],
) {
  for (const name of names) {
    const odd: Oddity = ODD_BACKUPS[name];
    objects.put('backups', {
      ...odd,
      metadata: { ...odd.metadata, name, namespace: veleroNamespace },
    });
  }
}
