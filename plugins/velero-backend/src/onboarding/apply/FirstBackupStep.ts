import { meaningOfPhase } from 'backstage-plugin-velero-common';
import { ClusterError } from '../../clusters/ClusterError';
import { CreateOptions } from '../../clusters/ClusterConnection';
import { wait } from '../../lib/wait';
import { Step, StepContext, StepError, StepResult, UndoResult } from './Step';

/** Milliseconds. */
export interface BackupTimes {
  /** How long it is waited for; the backup itself goes on. */
  limit: number;
  poll: number;
}

export const DEFAULT_BACKUP_TIMES: BackupTimes = {
  limit: 30 * 60_000,
  poll: 2_000,
};

/** Makes a first backup and waits for its end. What it made stays: a copy is never taken back. */
export class FirstBackupStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly closing = true;
  readonly #backup: Omit<CreateOptions, 'signal'>;
  readonly #times: BackupTimes;

  constructor(options: {
    backup: Omit<CreateOptions, 'signal'>;
    times?: BackupTimes;
  }) {
    const { name } = options.backup;
    this.id = `backups/${name}`;
    this.title = `First backup ${name}`;
    this.#backup = options.backup;
    this.#times = options.times ?? DEFAULT_BACKUP_TIMES;
  }

  async run(context: StepContext): Promise<StepResult> {
    await context.note({ before: null });
    await this.#create(context);
    const end = Date.now() + this.#times.limit;
    while (Date.now() < end && !context.isCancelled()) {
      const phase = await this.#phase(context);
      const { lifecycle, outcome } = meaningOfPhase(phase);
      if (lifecycle === 'finished' && outcome === 'ok') {
        return { state: 'done', message: phase };
      }
      if (lifecycle === 'finished') {
        throw new StepError(
          `The first backup ended ${phase}. Its page tells why; the schedules stay`,
        );
      }
      await wait(this.#times.poll, context.signal);
      context.signal.throwIfAborted();
    }
    return { state: 'done', message: 'It goes on; nobody waits for its end' };
  }

  async undo(): Promise<UndoResult> {
    return {};
  }

  /** The name is that of the operation, so that one of that name is the one that was made before. */
  async #create({ connection, signal }: StepContext) {
    try {
      await connection.create({ ...this.#backup, signal });
    } catch (error) {
      if (!(error instanceof ClusterError && error.kind === 'exists')) {
        throw error;
      }
    }
  }

  async #phase({ connection, signal }: StepContext): Promise<string> {
    const { resource, namespace, name } = this.#backup;
    const key = { resource, namespace, name, signal };
    const { status } = await connection.get(key);
    const { phase } = (status ?? {}) as { phase?: unknown };
    return typeof phase === 'string' ? phase : '';
  }
}
