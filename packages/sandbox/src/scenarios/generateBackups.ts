import { setImmediate } from 'node:timers/promises';
import { SandboxCluster } from '../SandboxCluster';
import { stableNumber } from '../velero/stableNumber';
import { Schedule } from '../velero/VeleroObjects';
import { addPastBackup } from './addPastBackup';
import { BackupHistory, PastOutcome } from './BackupHistory';

export interface GenerateBackupsOptions {
  count: number;
  /** Over how many namespaces they are spread, each with a schedule of its own; 50 when absent. */
  namespaces?: number;
  /** When the newest began; now when absent. */
  newest?: Date;
  /** Between two backups of one schedule; an hour when absent. */
  intervalMillis?: number;
  storageLocation?: string;
  ttl?: string;
}

const PAUSE_EVERY = 1_000;

/**
 * Fills a cluster with finished backups of schedules, of the size that they have on a real server. Namespace
 * `team-<n>` with schedule `<cluster>-team-<n>` holds every n-th of them. Yields the number made so far now and then,
 * and lets others run meanwhile.
 */
export async function* generateBackups(
  cluster: SandboxCluster,
  options: GenerateBackupsOptions,
): AsyncGenerator<number> {
  const { count, namespaces = 50, intervalMillis = 3_600_000 } = options;
  const newest = options.newest ?? cluster.clock.now();
  const histories = Array.from({ length: namespaces }, (_, index) =>
    addTeam(cluster, index, options),
  );
  for (let index = 0; index < count; index++) {
    const round = Math.floor(index / namespaces);
    const time = new Date(newest.getTime() - round * intervalMillis);
    const history = histories[index % namespaces];
    addPastBackup(cluster, history.at(time, outcomeOf(index)));
    if (index % PAUSE_EVERY === PAUSE_EVERY - 1) {
      yield index + 1;
      await setImmediate();
    }
  }
  yield count;
}

function addTeam(
  cluster: SandboxCluster,
  index: number,
  options: GenerateBackupsOptions,
): BackupHistory {
  const { objects, veleroNamespace } = cluster;
  const { storageLocation = 'default', ttl = '720h0m0s' } = options;
  const namespace = `team-${index}`;
  objects.put('namespaces', { metadata: { name: namespace } });
  const schedule = objects.put('schedules', {
    metadata: {
      name: `${cluster.name}-${namespace}`,
      namespace: veleroNamespace,
      labels: { team: namespace },
    },
    spec: {
      // Paused, so that the generated state stays as it is.
      paused: true,
      schedule: '0 * * * *',
      skipImmediately: false,
      template: { includedNamespaces: [namespace], storageLocation, ttl },
    },
    status: { phase: 'Enabled' },
  });
  return new BackupHistory({
    schedule: schedule as unknown as Schedule,
    namespaces: [namespace],
  });
}

/** One of a hundred went wrong in part, one of two hundred wholly. */
function outcomeOf(index: number): PastOutcome {
  const luck = stableNumber(`backup ${index}`, 200);
  if (luck === 0) {
    return 'Failed';
  }
  return luck <= 2 ? 'PartiallyFailed' : 'Completed';
}
