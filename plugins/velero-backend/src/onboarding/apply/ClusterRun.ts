import { ClusterConnection } from '../../clusters/ClusterConnection';
import { wait } from '../../lib/wait';
import { Waiting } from '../OperationClusters';
import { JournalError, OperationJournal } from './OperationJournal';
import { CancelledError, Step, StepContext, UndoResult } from './Step';
import { ClusterRecord, StepRecord } from './StepRecord';

/** Milliseconds between attempts to take a step back. */
const UNDO_PAUSES = [0, 1_000, 5_000, 15_000, 30_000];

/** Takes the steps of an operation in one cluster: all of them, or none. */
export class ClusterRun {
  readonly #steps: Step[];
  readonly #record: ClusterRecord;
  readonly #connect: (waiting: Waiting) => Promise<ClusterConnection>;
  readonly #journal: OperationJournal;
  readonly #signal: AbortSignal;
  readonly #undoPauses: number[];
  readonly #settled?: () => Promise<void>;
  #isSettled = false;

  constructor(options: {
    steps: Step[];
    /** Has a line for each step. */
    record: ClusterRecord;
    connect(waiting: Waiting): Promise<ClusterConnection>;
    journal: OperationJournal;
    /** Aborted when the portal stops: then all stays as it is, for another replica to go on. */
    signal: AbortSignal;
    undoPauses?: number[];
    /** Called once, when nothing that could fail or be taken back is left to do. */
    settled?(): Promise<void>;
  }) {
    this.#steps = options.steps;
    this.#record = options.record;
    this.#connect = options.connect;
    this.#journal = options.journal;
    this.#signal = options.signal;
    this.#undoPauses = options.undoPauses ?? UNDO_PAUSES;
    this.#settled = options.settled;
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
    await this.#settle();
  }

  async #apply() {
    await this.#note({ state: 'running' });
    for (const step of this.#steps) {
      if (step.closing) {
        await this.#settle();
      }
      await this.#take(step);
      if (this.#record.state === 'undoing') {
        return;
      }
    }
    const { steps } = this.#record;
    const isUnchanged = steps.every(step => step.state === 'unchanged');
    await this.#note({ state: isUnchanged ? 'unchanged' : 'applied' });
  }

  async #settle() {
    if (!this.#isSettled) {
      this.#isSettled = true;
      await this.#settled?.();
    }
  }

  async #take(step: Step) {
    const record = this.#recordOf(step);
    if (record.state !== 'waiting' && record.state !== 'running') {
      return;
    }
    try {
      if (this.#journal.cancelled && !step.closing) {
        throw new CancelledError();
      }
      await this.#noteStep(record, { state: 'running' });
      const isCancelled = () => this.#journal.cancelled && !step.closing;
      const result = await step.run(await this.#contextOf(record, isCancelled));
      await this.#noteStep(record, result);
    } catch (error) {
      this.#assertMayGoOn(error);
      await this.#noteFailure(step, record, messageOf(error));
    }
  }

  /** Step and cluster in one line: a step that has failed must not look as if the next one could follow. */
  async #noteFailure(step: Step, record: StepRecord, message: string) {
    await this.#journal.note(() => {
      Object.assign(record, { at: now(), state: 'failed', message });
      if (!step.closing) {
        Object.assign(this.#record, { state: 'undoing', message });
      }
    });
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
        const context = await this.#contextOf(record, () => false);
        const { left } = await step.undo(context);
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

  /** @param mayStop - whether the cluster is waited for in vain: somebody wants it to stop */
  async #contextOf(
    record: StepRecord,
    mayStop: () => boolean,
  ): Promise<StepContext> {
    return {
      connection: await this.#connectFor(record, mayStop),
      record,
      note: change => this.#noteStep(record, change),
      isCancelled: () => this.#journal.cancelled,
      signal: this.#signal,
    };
  }

  /** What it waits for is told as long as it does. */
  async #connectFor(
    record: StepRecord,
    mayStop: () => boolean,
  ): Promise<ClusterConnection> {
    const { message } = record;
    const signal = this.#signal;
    const note = (why: string) => this.#noteStep(record, { message: why });
    const connection = await this.#connect({ signal, note, mayStop });
    if (record.message !== message) {
      await this.#noteStep(record, { message });
    }
    return connection;
  }

  #note(change: Partial<ClusterRecord>): Promise<void> {
    return this.#journal.note(() => Object.assign(this.#record, change));
  }

  #noteStep(record: StepRecord, change: Partial<StepRecord>): Promise<void> {
    return this.#journal.note(() =>
      Object.assign(record, { at: now() }, change),
    );
  }

  #assertMayGoOn(error: unknown) {
    this.#signal.throwIfAborted();
    if (error instanceof JournalError) {
      throw error;
    }
  }
}

function now(): string {
  return new Date().toISOString();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
