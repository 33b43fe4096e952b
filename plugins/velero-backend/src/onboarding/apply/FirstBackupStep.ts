import { meaningOfPhase } from 'backstage-plugin-velero-common';
import { CreateOptions } from '../../clusters/ClusterConnection';
import { wait } from '../../lib/wait';
import { findBackupOf, phaseOf, SCHEDULE_LABEL } from './findBackupOf';
import { findObject } from './findObject';
import { isOfKind } from './isOfKind';
import { isPassing } from './isPassing';
import { persistently } from './persistently';
import {
  CancelledError,
  Step,
  StepContext,
  StepError,
  StepResult,
  UndoResult,
} from './Step';

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

const GOES_ON = 'It goes on; nobody waits for its end';

/** A backup as the schedule would make it. */
export interface FirstBackup
  extends Pick<CreateOptions, 'namespace' | 'name' | 'labels' | 'spec'> {
  schedule: string;
  annotations: Record<string, string>;
}

/**
 * Has a schedule have a backup that is complete, and waits for its end: one more is made only where there is none. What
 * it made stays: a copy is never taken back.
 */
export class FirstBackupStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly closing = true;
  readonly #backup: FirstBackup;
  readonly #isToBeNew: () => boolean;
  readonly #times: BackupTimes;

  constructor(options: {
    backup: FirstBackup;
    /** Whether those that are listed do not count, since they are in another place. */
    isToBeNew: () => boolean;
    times?: BackupTimes;
  }) {
    const { name } = options.backup;
    this.id = `backups/${name}`;
    this.title = `First backup ${name}`;
    this.#backup = options.backup;
    this.#isToBeNew = options.isToBeNew;
    this.#times = options.times ?? DEFAULT_BACKUP_TIMES;
  }

  async run(context: StepContext): Promise<StepResult> {
    const earlier = await this.#earlier(context);
    const earlierEnd = earlier && (await this.#endOf(earlier, context));
    if (earlier && !isBad(earlierEnd)) {
      const there = `Backup ${earlier} is there`;
      return { state: 'unchanged', message: earlierEnd ? there : GOES_ON };
    }
    await this.#begin(context);
    const phase = await this.#endOf(this.#backup.name, context);
    if (isBad(phase)) {
      throw new StepError(
        `The first backup ended ${phase}. Its page tells why; the schedules stay`,
      );
    }
    return { state: 'done', message: phase ?? GOES_ON };
  }

  async undo(): Promise<UndoResult> {
    return {};
  }

  /** Names one that others have made, or an earlier operation. */
  async #earlier(context: StepContext): Promise<string | undefined> {
    const { namespace, schedule } = this.#backup;
    return context.record.before === undefined && !this.#isToBeNew()
      ? persistently(context, () =>
          findBackupOf(context, { namespace, name: schedule }),
        )
      : undefined;
  }

  /** The name is that of the operation, so that one of that name is the one that was made before. */
  async #begin(context: StepContext) {
    if (context.isCancelled() && !(await this.#isBegun(context))) {
      throw new CancelledError();
    }
    await context.note({ before: null });
    await persistently(context, () => this.#create(context));
  }

  async #isBegun(context: StepContext): Promise<boolean> {
    const found = await persistently(context, () =>
      findObject(context, this.#key(this.#backup.name)),
    );
    return found !== undefined;
  }

  async #create({ connection, signal }: StepContext) {
    const { schedule, labels, annotations, spec, name } = this.#backup;
    try {
      await connection.create({
        ...this.#key(name),
        labels: { ...labels, [SCHEDULE_LABEL]: schedule },
        annotations,
        spec,
        signal,
      });
    } catch (error) {
      if (!isOfKind(error, 'exists')) {
        throw error;
      }
    }
  }

  /** Waits for a backup. Gives the phase that it ended with; nothing when it goes on. */
  async #endOf(
    name: string,
    context: StepContext,
  ): Promise<string | undefined> {
    const end = Date.now() + this.#times.limit;
    while (Date.now() < end && !context.isCancelled()) {
      const phase = await this.#phase(name, context);
      if (meaningOfPhase(phase).lifecycle === 'finished') {
        return phase;
      }
      await wait(this.#times.poll, context.signal);
      context.signal.throwIfAborted();
    }
    return undefined;
  }

  /** Nothing while the cluster does not answer: the backup goes on meanwhile. */
  async #phase(
    name: string,
    { connection, signal }: StepContext,
  ): Promise<string | undefined> {
    try {
      return phaseOf(await connection.get({ ...this.#key(name), signal }));
    } catch (error) {
      if (isPassing(error)) {
        return undefined;
      }
      throw error;
    }
  }

  #key(name: string) {
    const { namespace } = this.#backup;
    return { resource: 'backups' as const, namespace, name };
  }
}

/** Whether a backup has ended, and not well. */
function isBad(phase: string | undefined): boolean {
  const { lifecycle, outcome } = meaningOfPhase(phase);
  return lifecycle === 'finished' && outcome !== 'ok';
}
