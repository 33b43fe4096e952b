import { startBackupDeletion } from './BackupDeletion';
import { startBackupFinalizer } from './BackupFinalizer';
import { startBackupQueue } from './BackupQueue';
import { startBackupRunner } from './BackupRunner';
import { startBackupSync } from './BackupSync';
import { startDownloads } from './Downloads';
import { startGarbageCollection } from './GarbageCollection';
import { startLocationValidation } from './LocationValidation';
import { startRestoreFinalizer } from './restores/RestoreFinalizer';
import { startRestores } from './restores/Restores';
import { startSchedules } from './Schedules';
import { ServerLog } from './ServerLog';
import { startServerStatus } from './ServerStatus';
import { VeleroContext, VeleroContextOptions } from './VeleroContext';

export type VeleroServerOptions = Omit<VeleroContextOptions, 'log'>;

const CONTROLLERS = [
  startBackupQueue,
  startBackupRunner,
  startBackupFinalizer,
  startSchedules,
  startLocationValidation,
  startBackupSync,
  startGarbageCollection,
  startBackupDeletion,
  startDownloads,
  startServerStatus,
  startRestores,
  startRestoreFinalizer,
];

/** Velero's server of one cluster. It can be killed and started again; what it had in hand is then lost. */
export class VeleroServer {
  /** What only the server's own log tells. */
  readonly log = new ServerLog();
  readonly #options: VeleroServerOptions;
  #kill?: () => void;

  constructor(options: VeleroServerOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#kill !== undefined;
  }

  start() {
    this.stop();
    const clock = this.#options.clock.fork();
    const context = new VeleroContext({
      ...this.#options,
      clock,
      log: this.log,
    });
    for (const startController of CONTROLLERS) {
      startController(context);
    }
    const stopFeeds = context.startFeeds();
    clock.after(this.#options.timing.cacheSync, () => {
      if (!context.synced) {
        this.log.error(
          'failed to wait for deletebackuprequest caches to sync: timed out waiting for cache to be synced',
        );
        this.stop();
      }
    });
    this.#kill = () => {
      clock.stop();
      stopFeeds();
    };
  }

  /** As by a kill: nothing is finished or cleaned up. */
  stop() {
    this.#kill?.();
    this.#kill = undefined;
  }
}
