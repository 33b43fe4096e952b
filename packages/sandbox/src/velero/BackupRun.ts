import { errorMessage } from '../api/errorMessage';
import { clusterSource } from './contents/ItemSource';
import { BackupReport, reportOf } from './contents/BackupReport';
import { backupFiles } from './files/backupFiles';
import { countResults, resultsOf } from './files/Results';
import { stableNumber } from './stableNumber';
import { BackupStore } from './store/BackupStore';
import { openStore } from './store/openStore';
import { backupPath, metadataPath } from './store/storagePaths';
import { VeleroContext } from './VeleroContext';
import { Backup, BackupSpec, BackupStatus } from './VeleroObjects';

/** The life of one backup from its start to the moment at which its files are stored. */
export class BackupRun {
  readonly #name: string;
  readonly #context: VeleroContext;
  readonly #spec: BackupSpec;
  readonly #report: BackupReport;
  readonly #durationMillis: number;

  constructor(name: string, spec: BackupSpec, context: VeleroContext) {
    this.#name = name;
    this.#spec = spec;
    this.#context = context;
    this.#report = reportOf(spec, {
      source: clusterSource(context.api.store),
      veleroNamespace: context.client.namespace,
    });
    const [least, most] = context.timing.backup;
    // The same backup always takes the same time.
    this.#durationMillis =
      least +
      stableNumber(name, most - least + 1) +
      this.#report.collected * context.timing.backupItem;
  }

  start() {
    try {
      const store = this.#openStore();
      if (this.#exists(store)) {
        this.#fail('backup already exists in object storage', true);
        return;
      }
    } catch (error) {
      this.#fail(errorMessage(error));
      return;
    }
    const totalItems = this.#report.collected;
    this.#patch({ progress: totalItems ? { totalItems } : {} });
    this.#proceed(0);
  }

  #exists(store: BackupStore): boolean {
    try {
      return store.has(metadataPath(this.#name));
    } catch (error) {
      throw new Error(
        `error checking if backup already exists in object storage: ${errorMessage(
          error,
        )}`,
      );
    }
  }

  #proceed(elapsedMillis: number) {
    const { after, timing } = this.#context;
    const step = Math.min(
      timing.progress,
      this.#durationMillis - elapsedMillis,
    );
    if (elapsedMillis > 0) {
      this.#reportProgress(elapsedMillis / this.#durationMillis);
    }
    if (elapsedMillis + step >= this.#durationMillis) {
      after(step, () => this.#finish());
    } else {
      after(step, () => this.#proceed(elapsedMillis + step));
    }
  }

  #reportProgress(share: number) {
    const totalItems = this.#total;
    const itemsBackedUp = Math.floor(totalItems * share);
    this.#patch({
      progress: {
        ...(totalItems && { totalItems }),
        ...(itemsBackedUp && { itemsBackedUp }),
      },
    });
  }

  get #total(): number {
    return this.#report.items.length + this.#report.failed.length;
  }

  #finish() {
    const total = this.#total;
    const progress = total ? { totalItems: total, itemsBackedUp: total } : {};
    this.#patch({ progress, hookStatus: {} });
    const { after, timing } = this.#context;
    after(timing.reaction, () => this.#persist());
  }

  /** What is stored says that the backup is not complete yet; so does the object from then on. */
  #persist() {
    const status = this.#outcome();
    const current = this.#context.client.get('backups', this.#name)!;
    const backup = { ...current, status: { ...current.status, ...status } };
    try {
      this.#upload(backup);
    } catch (error) {
      this.#fail(errorMessage(error));
      return;
    }
    this.#patch({ ...status });
  }

  #upload(backup: Backup) {
    const store = this.#openStore();
    const files = backupFiles(backup, () => this.#report);
    for (const [file, content] of Object.entries(files)) {
      const bytes = typeof content === 'function' ? content() : content;
      store.write(`${backupPath(this.#name)}/${file}`, bytes);
    }
  }

  #outcome(): BackupStatus {
    const { problems } = this.#report;
    const errors = countResults(resultsOf(problems, 'error'));
    const warnings = countResults(resultsOf(problems, 'warning'));
    return {
      phase: errors ? 'FinalizingPartiallyFailed' : 'Finalizing',
      ...(errors && { errors }),
      ...(warnings && { warnings }),
    };
  }

  #fail(reason: string, completed = false) {
    this.#patch({
      phase: 'Failed',
      failureReason: `backup execution failed: ${reason}`,
      ...(completed && {
        completionTimestamp: this.#context.clock.timestamp(),
      }),
    });
  }

  #patch(status: Record<string, unknown>) {
    this.#context.client.patch('backups', this.#name, { status });
  }

  #openStore(): BackupStore {
    const { client } = this.#context;
    const { storageLocation = '' } = this.#spec;
    const location = client.get('backupstoragelocations', storageLocation);
    if (!location) {
      throw new Error(
        `BackupStorageLocation.velero.io "${storageLocation}" not found`,
      );
    }
    return openStore(location, this.#context);
  }
}
