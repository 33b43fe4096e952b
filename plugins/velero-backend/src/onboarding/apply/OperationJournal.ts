import { OperationLease, OperationStore } from '../../store/OperationStore';
import { OperationProgress } from './StepRecord';

/** The journal cannot be written, or another replica writes it: whoever works on the operation has to stop at once. */
export class JournalError extends Error {
  name = 'JournalError' as const;
}

/**
 * Keeps what an operation does, before it does it: whoever goes on after a crash knows what may be there. Each line is
 * also what prolongs the right to go on.
 */
export class OperationJournal {
  readonly progress: OperationProgress;
  readonly #store: OperationStore;
  readonly #lease: OperationLease;
  readonly #ttl: number;
  #cancelled = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(options: {
    store: OperationStore;
    lease: OperationLease;
    progress: OperationProgress;
    /** Milliseconds. */
    ttl: number;
  }) {
    this.progress = options.progress;
    this.#store = options.store;
    this.#lease = options.lease;
    this.#ttl = options.ttl;
  }

  /** True once somebody wants the operation to stop. */
  get cancelled(): boolean {
    return this.#cancelled;
  }

  /**
   * Changes what is kept; without a change it says that somebody still works on it.
   *
   * @throws JournalError when that cannot be kept
   */
  async note(change: () => void = () => {}): Promise<void> {
    change();
    // One after the other, so that an older state never replaces a newer one.
    this.#saving = this.#saving.then(() => this.#save());
    await this.#saving;
  }

  /**
   * Leaves all locks but some to other operations.
   *
   * @throws JournalError when that cannot be kept
   */
  async unlock(keep: string[]): Promise<void> {
    try {
      await this.#store.unlock(this.#lease, { keep });
    } catch (error) {
      throw notHere(error);
    }
  }

  async #save(): Promise<void> {
    try {
      const { cancelled } = await this.#store.save(this.#lease, {
        progress: JSON.stringify(this.progress),
        ttl: this.#ttl,
      });
      this.#cancelled = cancelled;
    } catch (error) {
      throw notHere(error);
    }
  }
}

function notHere(cause: unknown): JournalError {
  return new JournalError('The operation cannot go on here', { cause });
}
