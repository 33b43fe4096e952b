import { Clock } from '../clock/Clock';
import { startBackupDeletion } from './BackupDeletion';
import { startBackupQueue } from './BackupQueue';
import { startBackupRunner } from './BackupRunner';
import { startBackupSync } from './BackupSync';
import { startDownloads } from './Downloads';
import { startGarbageCollection } from './GarbageCollection';
import { startLocationValidation } from './LocationValidation';
import { startSchedules } from './Schedules';
import { ServerLog } from './ServerLog';
import { startServerStatus } from './ServerStatus';
import { VeleroContext, VeleroContextOptions } from './VeleroContext';

export interface VeleroServerOptions
  extends Omit<VeleroContextOptions, 'clock' | 'log'> {
  now: () => Date;
}

const CONTROLLERS = [
  startBackupQueue,
  startBackupRunner,
  startSchedules,
  startLocationValidation,
  startBackupSync,
  startGarbageCollection,
  startBackupDeletion,
  startDownloads,
  startServerStatus,
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
    const { now, ...options } = this.#options;
    const clock = new Clock(now);
    const context = new VeleroContext({ ...options, clock, log: this.log });
    for (const startController of CONTROLLERS) {
      startController(context);
    }
    const stopFeeds = context.startFeeds();
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
