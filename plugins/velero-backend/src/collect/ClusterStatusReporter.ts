import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ClusterStatus, DatabaseClusterStore } from '../store/ClusterStore';
import { ClusterLease } from '../store/LeaseStore';

/** Signs of life come with every event; in the store they need not be younger than this. Milliseconds. */
const SIGN_OF_LIFE_INTERVAL = 10_000;

/** Writes a cluster's status when it matters, one write after the other, and logs each change of state once. */
export class ClusterStatusReporter {
  readonly #store: DatabaseClusterStore;
  readonly #lease: ClusterLease;
  readonly #logger: LoggerService;
  readonly #onChange: () => void;
  #saved?: ClusterStatus;
  #wanted?: ClusterStatus;
  #saving?: Promise<void>;

  constructor(options: {
    store: DatabaseClusterStore;
    lease: ClusterLease;
    logger: LoggerService;
    onChange: () => void;
  }) {
    this.#store = options.store;
    this.#lease = options.lease;
    this.#logger = options.logger;
    this.#onChange = options.onChange;
  }

  report(status: ClusterStatus): void {
    this.#wanted = status;
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
    });
  }

  /** Resolves when nothing is left to be written. */
  async settled(): Promise<void> {
    await this.#saving;
  }

  async #saveAll() {
    while (this.#wanted && this.#matters(this.#wanted)) {
      const status = this.#wanted;
      const announce = !sameToReaders(this.#saved, status);
      this.#saved = status;
      try {
        await this.#store.save(this.#lease, status);
      } catch (error) {
        this.#saved = undefined;
        this.#logger.warn(`Cannot save the status: ${stringifyError(error)}`);
        return;
      }
      if (announce) {
        this.#logger.info(
          `Cluster is ${status.state}${
            status.reason ? `: ${status.reason}` : ''
          }`,
        );
        this.#onChange();
      }
    }
  }

  #matters(status: ClusterStatus): boolean {
    const aged =
      (status.syncedAt ?? 0) - (this.#saved?.syncedAt ?? 0) >=
      SIGN_OF_LIFE_INTERVAL;
    return aged || !sameToReaders(this.#saved, status);
  }
}

function sameToReaders(a: ClusterStatus | undefined, b: ClusterStatus) {
  return (
    a?.state === b.state &&
    a.reason === b.reason &&
    a.veleroVersion === b.veleroVersion
  );
}
