import { Bucket } from '../objectstore/Bucket';
import { reportOf } from './backupReport';
import { backupPath } from './storagePaths';
import { BackupReport, StoredBackup } from './StoredBackup';
import { stableNumber } from './stableNumber';
import { VeleroContext } from './VeleroContext';
import { Backup, BackupSpec } from './VeleroObjects';

/** The life of one backup from its start to its end. */
export class BackupRun {
  readonly #name: string;
  readonly #context: VeleroContext;
  readonly #report: BackupReport;
  readonly #spec: BackupSpec;
  readonly #durationMillis: number;

  constructor(name: string, spec: BackupSpec, context: VeleroContext) {
    this.#name = name;
    this.#spec = spec;
    this.#context = context;
    this.#report = reportOf(spec, context.client.namespaceNames());
    const [least, most] = context.timing.backup;
    // The same backup always takes the same time.
    this.#durationMillis = least + stableNumber(name, most - least + 1);
  }

  start() {
    const storage = this.#storage();
    if (storage?.bucket.get(storage.path)) {
      this.#fail('backup already exists in object storage');
      return;
    }
    this.#proceed(0);
  }

  #proceed(elapsedMillis: number) {
    const { after, timing } = this.#context;
    const step = Math.min(
      timing.progress,
      this.#durationMillis - elapsedMillis,
    );
    if (elapsedMillis >= this.#durationMillis) {
      after(timing.reaction, () => this.#finalize());
      return;
    }
    this.#reportProgress(elapsedMillis / this.#durationMillis);
    after(step, () => this.#proceed(elapsedMillis + step));
  }

  #reportProgress(share: number) {
    const totalItems = this.#report.items.length;
    const itemsBackedUp = Math.floor(totalItems * share);
    const progress = {
      ...(totalItems && { totalItems }),
      ...(itemsBackedUp && { itemsBackedUp }),
    };
    this.#patch({ progress });
  }

  #finalize() {
    this.#reportProgress(1);
    const { after, timing } = this.#context;
    const { errors, warnings } = this.#report;
    this.#patch({
      phase: errors.length ? 'FinalizingPartiallyFailed' : 'Finalizing',
      ...(errors.length && { errors: errors.length }),
      ...(warnings.length && { warnings: warnings.length }),
    });
    const storage = this.#storage();
    if (!storage) {
      this.#fail('error uploading backup: NoSuchBucket');
      return;
    }
    const stored = new StoredBackup(this.#current(), () => this.#report);
    storage.bucket.put(storage.path, stored);
    after(timing.reaction * 5, () => this.#complete(stored));
  }

  #complete(stored: StoredBackup) {
    this.#patch({
      phase: this.#report.errors.length ? 'PartiallyFailed' : 'Completed',
      completionTimestamp: this.#context.clock.timestamp(),
      hookStatus: {},
    });
    stored.backup = this.#current();
  }

  #fail(reason: string) {
    this.#patch({
      phase: 'Failed',
      failureReason: `backup execution failed: ${reason}`,
      completionTimestamp: this.#context.clock.timestamp(),
    });
  }

  #patch(status: Record<string, unknown>) {
    this.#context.client.patch('backups', this.#name, { status });
  }

  #current(): Backup {
    return this.#context.client.get('backups', this.#name)!;
  }

  /** Where it goes; undefined when the bucket is gone. */
  #storage(): { bucket: Bucket; path: string } | undefined {
    const { client, buckets } = this.#context;
    const { storageLocation = '' } = this.#spec;
    const location = client.get('backupstoragelocations', storageLocation);
    const bucket = buckets.get(location?.spec?.objectStorage?.bucket ?? '');
    return location && bucket
      ? { bucket, path: backupPath(location, this.#name) }
      : undefined;
  }
}
