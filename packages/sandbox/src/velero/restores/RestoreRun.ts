import { errorMessage } from '../../api/errorMessage';
import { ArchivedItem, unpackItems } from '../contents/contentsArchive';
import {
  restoreFiles,
  restoreLog,
  restoreLogName,
} from '../files/restoreFiles';
import { countResults } from '../files/Results';
import { BackupStore } from '../store/BackupStore';
import { openStore } from '../store/openStore';
import { contentsPath, restorePath } from '../store/storagePaths';
import { VeleroContext } from '../VeleroContext';
import { Restore, RestoreSpec } from '../VeleroObjects';
import { ItemRestorer } from './ItemRestorer';
import { modifiersOf } from './prepareRestore';
import { RestoreRecord } from './RestoreRecord';
import { selectItems } from './selectItems';

const SOURCE = 'pkg/restore/restore.go';

/** The life of one restore from its start to the moment at which its files are stored. */
export class RestoreRun {
  readonly #restore: Restore;
  readonly #spec: RestoreSpec;
  readonly #context: VeleroContext;
  readonly #done: () => void;
  readonly #record = new RestoreRecord();

  /** `done` is called when the next one may start. */
  constructor(restore: Restore, context: VeleroContext, done: () => void) {
    this.#restore = restore;
    this.#spec = restore.spec ?? {};
    this.#context = context;
    this.#done = done;
  }

  start() {
    try {
      const archive = unpackItems(this.#download());
      if (archive) {
        this.#restoreItems(archive);
      } else {
        this.#record.warnVelero(
          'zero items to be restored: directory "/tmp/3301270415/resources": does not exist',
        );
        this.#persist();
      }
    } catch (error) {
      this.#fail(errorMessage(error));
    }
  }

  #download(): Buffer {
    const store = this.#openStore();
    try {
      return store.read(contentsPath(this.#spec.backupName ?? ''));
    } catch (error) {
      throw new Error(
        `error downloading backup: error copying Backup to temp file: ${errorMessage(
          error,
        )}`,
      );
    }
  }

  #restoreItems(archive: ArchivedItem[]) {
    const { api } = this.#context;
    const restorer = new ItemRestorer({
      api,
      archive,
      spec: this.#spec,
      record: this.#record,
      modifiers: modifiersOf(this.#spec, this.#context),
      origin: {
        backupName: this.#spec.backupName ?? '',
        restoreName: this.#restore.metadata.name,
      },
    });
    const items = selectItems(archive, this.#spec);
    this.#announce(items);
    this.#proceed(items, restorer);
  }

  #announce(items: ArchivedItem[]) {
    const targets = items.map(({ resource, namespace }) =>
      namespace
        ? `Resource '${resource}' will be restored into namespace '${
            this.#spec.namespaceMapping?.[namespace] ?? namespace
          }'`
        : `Resource '${resource}' will be restored at cluster scope`,
    );
    for (const message of new Set(targets)) {
      this.#record.info(message, `${SOURCE}:2639`);
    }
    this.#record.info('waiting informer cache sync ...', `${SOURCE}:899`);
  }

  /** Reports once in a while, as there may be many items. */
  #proceed(items: ArchivedItem[], restorer: ItemRestorer) {
    const { after, timing } = this.#context;
    const { progress, restoreItem } = timing;
    const count = Math.max(1, Math.floor(progress / restoreItem));
    const batch = items.slice(0, count);
    const rest = items.slice(count);
    after(batch.length * restoreItem, () => {
      this.#guard(() => {
        batch.forEach((item, index) => {
          restorer.restore(item);
          this.#noteRestored(rest.length + batch.length - index - 1);
        });
        this.#reportProgress(rest.length);
        if (rest.length > 0) {
          this.#proceed(rest, restorer);
        } else {
          after(timing.reaction * 8, () => this.#guard(() => this.#persist()));
        }
      });
    });
  }

  #noteRestored(left: number) {
    const { count } = this.#record;
    this.#record.info(
      `Restored ${count} items out of an estimated total of ${
        count + left
      } (estimate will change throughout the restore)`,
      `${SOURCE}:1084`,
      { progress: '' },
    );
  }

  #reportProgress(left: number) {
    const itemsRestored = this.#record.count;
    const totalItems = itemsRestored + left;
    const progress = {
      ...(totalItems && { totalItems }),
      ...(itemsRestored && { itemsRestored }),
    };
    this.#patch({ progress });
  }

  #persist() {
    for (const message of [
      'Waiting for all pod volume restores to complete',
      'Done waiting for all pod volume restores to complete',
    ]) {
      this.#record.info(message, `${SOURCE}:961`);
    }
    const store = this.#openStore();
    this.#upload(store);
    const errors = countResults(this.#record.errors);
    const warnings = countResults(this.#record.warnings);
    this.#patch({
      phase: errors ? 'FinalizingPartiallyFailed' : 'Finalizing',
      ...(errors && { errors }),
      ...(warnings && { warnings }),
    });
    this.#done();
  }

  /** Written also to a location that backups only read. What cannot be stored is no reason to fail as a whole. */
  #upload(store: BackupStore) {
    const path = restorePath(this.#restore.metadata.name);
    try {
      const log = restoreLog(this.#restore, this.#record);
      store.write(`${path}/${restoreLogName(this.#restore)}`, log);
    } catch (error) {
      this.#record.failVelero(
        `error uploading log file to backup storage: ${errorMessage(error)}`,
      );
      return;
    }
    const files = restoreFiles(this.#restore, this.#record);
    for (const [file, content] of Object.entries(files)) {
      store.write(`${path}/${file}`, content);
    }
  }

  #guard(task: () => void) {
    try {
      task();
    } catch (error) {
      this.#fail(errorMessage(error));
    }
  }

  #fail(reason: string) {
    const completionTimestamp = this.#context.clock.timestamp();
    const failureReason = `restore execution failed: ${reason}`;
    this.#done();
    this.#patch({ phase: 'Failed', failureReason, completionTimestamp });
  }

  #patch(status: Record<string, unknown>) {
    const { name } = this.#restore.metadata;
    this.#context.client.patch('restores', name, { status });
  }

  #openStore(): BackupStore {
    const { client } = this.#context;
    const backup = client.get('backups', this.#spec.backupName ?? '');
    const { storageLocation = '' } = backup?.spec ?? {};
    const location = client.get('backupstoragelocations', storageLocation);
    if (!location) {
      throw new Error(
        `BackupStorageLocation.velero.io "${storageLocation}" not found`,
      );
    }
    return openStore(location, this.#context);
  }
}
