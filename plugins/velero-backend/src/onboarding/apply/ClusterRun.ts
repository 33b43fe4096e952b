import { ClusterConnection } from '../../clusters/ClusterConnection';
import { wait } from '../../lib/wait';
import { JournalError, OperationJournal } from './OperationJournal';
import { CancelledError, Step, StepContext, UndoResult } from './Step';
import { ClusterRecord, StepRecord } from './StepRecord';

/** Milliseconds between attempts to take a step back. */
const UNDO_PAUSES = [0, 1_000, 5_000, 15_000, 30_000];

/** Takes the steps of an operation in one cluster: all of them, or none. */
export class ClusterRun {
  readonly #steps: Step[];
  readonly #record: ClusterRecord;
  readonly #connect: () => Promise<ClusterConnection>;
  readonly #journal: OperationJournal;
  readonly #signal: AbortSignal;
  readonly #undoPauses: number[];

  constructor(options: {
    steps: Step[];
    /** Has a line for each step. */
    record: ClusterRecord;
    connect(): Promise<ClusterConnection>;
    journal: OperationJournal;
    /** Aborted when the portal stops: then all stays as it is, for another replica to go on. */
    signal: AbortSignal;
    undoPauses?: number[];
  }) {
    this.#steps = options.steps;
    this.#record = options.record;
    this.#connect = options.connect;
    this.#journal = options.journal;
    this.#signal = options.signal;
    this.#undoPauses = options.undoPauses ?? UNDO_PAUSES;
  }

  /** @throws JournalError, or the reason of the signal, when somebody else has to go on */
  async run(): Promise<void> {
    const { state } = this.#record;
    if (state === 'waiting' || state === 'running') {
      await this.#apply();
    }
    if (this.#record.state === 'undoing') {
      await this.#undoAll();
    }
  }

  async #apply() {
    try {
      await this.#note({ state: 'running' });
      for (const step of this.#steps) {
        await this.#take(step);
      }
      const { steps } = this.#record;
      const isUnchanged = steps.every(step => step.state === 'unchanged');
      await this.#note({ state: isUnchanged ? 'unchanged' : 'applied' });
    } catch (error) {
      this.#assertMayGoOn(error);
      await this.#note({ state: 'undoing', message: messageOf(error) });
    }
  }

  async #take(step: Step) {
    const record = this.#recordOf(step);
    if (record.state !== 'waiting' && record.state !== 'running') {
      return;
    }
    if (this.#journal.cancelled && !step.closing) {
      throw new CancelledError();
    }
    try {
      await this.#noteStep(record, { state: 'running' });
      const result = await step.run(await this.#contextOf(record));
      await this.#noteStep(record, result);
    } catch (error) {
      this.#assertMayGoOn(error);
      await this.#noteStep(record, {
        state: 'failed',
        message: messageOf(error),
      });
      if (!step.closing) {
        throw error;
      }
    }
  }

  async #undoAll() {
    const lefts: string[] = [];
    for (const step of [...this.#steps].reverse()) {
      const record = this.#recordOf(step);
      if (record.before !== undefined && record.state !== 'undone') {
        const { left } = await this.#undo(step, record);
        lefts.push(...(left === undefined ? [] : [left]));
      }
    }
    await this.#note({
      state: lefts.length > 0 ? 'failed' : 'undone',
      message: [this.#record.message, ...lefts].join('. '),
    });
  }

  /** A cluster that fails to answer for a moment must not leave half of it behind. */
  async #undo(step: Step, record: StepRecord): Promise<UndoResult> {
    let problem = '';
    for (const pause of this.#undoPauses) {
      await wait(pause, this.#signal);
      this.#signal.throwIfAborted();
      try {
        const { left } = await step.undo(await this.#contextOf(record));
        await this.#noteStep(
          record,
          left ? { state: 'left', message: left } : { state: 'undone' },
        );
        return { left };
      } catch (error) {
        this.#assertMayGoOn(error);
        problem = messageOf(error);
      }
    }
    const left = `${step.title} could not be taken back: ${problem}`;
    await this.#noteStep(record, { state: 'left', message: left });
    return { left };
  }

  #recordOf({ id }: Step): StepRecord {
    return this.#record.steps.find(step => step.id === id)!;
  }

  async #contextOf(record: StepRecord): Promise<StepContext> {
    return {
      connection: await this.#connect(),
      record,
      note: change => this.#noteStep(record, change),
      isCancelled: () => this.#journal.cancelled,
      signal: this.#signal,
    };
  }

  #note(change: Partial<ClusterRecord>): Promise<void> {
    return this.#journal.note(() => Object.assign(this.#record, change));
  }

  #noteStep(record: StepRecord, change: Partial<StepRecord>): Promise<void> {
    const at = new Date().toISOString();
    return this.#journal.note(() => Object.assign(record, { at }, change));
  }

  #assertMayGoOn(error: unknown) {
    this.#signal.throwIfAborted();
    if (error instanceof JournalError) {
      throw error;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
