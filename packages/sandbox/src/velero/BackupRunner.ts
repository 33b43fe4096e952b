import { Bucket } from '../objectstore/Bucket';
import { validateBackup } from './backupValidation';
import { reportOf } from './backupReport';
import { backupMarks, completeSpec, expirationOf } from './prepareBackup';
import { backupPath } from './storagePaths';
import { BackupReport, StoredBackup } from './StoredBackup';
import { VeleroContext } from './VeleroContext';
import { Backup, BackupSpec, BackupStatus } from './VeleroObjects';

/** Starts the controller that validates and runs backups which left the queue. */
export function startBackupRunner(context: VeleroContext) {
  const { client, feed } = context;
  failInterrupted(context);
  feed('backups').onChange(({ object, previous }) => {
    const backup = client.get('backups', object.metadata.name);
    // It looks at updates only, so that one that a killed server left behind waits until it is touched.
    if (previous && backup?.status?.phase === 'ReadyToStart') {
      begin(backup, context);
    }
  });
}

/** What was running when the server was killed is lost. */
function failInterrupted({ client, clock }: VeleroContext) {
  for (const { metadata, status } of client.list('backups')) {
    if (status?.phase === 'InProgress') {
      client.patch('backups', metadata.name, {
        status: {
          phase: 'Failed',
          failureReason:
            'found a backup with status "InProgress" during the server starting, mark it as "Failed"',
          completionTimestamp: clock.timestamp(),
        },
      });
    }
  }
}

function begin(backup: Backup, context: VeleroContext) {
  const { client, clock } = context;
  const { name } = backup.metadata;
  const spec = completeSpec(backup.spec ?? {}, context);
  const errors = validateBackup(spec, context);
  const status: BackupStatus = {
    version: 1,
    formatVersion: '1.1.0',
    expiration: expirationOf(spec, clock.now()),
    ...(errors.length > 0
      ? { phase: 'FailedValidation', validationErrors: errors }
      : { phase: 'InProgress', startTimestamp: clock.timestamp() }),
  };
  client.patch('backups', name, { metadata: backupMarks(spec), spec, status });
  if (errors.length === 0) {
    new BackupRun(name, spec, context).start();
  }
}

/** The life of one backup from its start to its end. */
class BackupRun {
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
    this.#durationMillis = durationOf(name, context.timing.backup);
  }

  start() {
    if (this.#storage()?.bucket.get(this.#storage()?.path ?? '')) {
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

/** The same backup always takes the same time. */
function durationOf(name: string, [least, most]: [number, number]): number {
  const hash = [...name].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000,
    7,
  );
  return Math.round(least + ((most - least) * hash) / 1_000);
}
