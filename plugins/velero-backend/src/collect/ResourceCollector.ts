import { setImmediate } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, isError, stringifyError } from '@backstage/errors';
import { KubernetesObject } from '../clusters/ClusterConnection';
import {
  CollectedStore,
  CollectScope,
  keyOfObject,
  ObjectName,
} from '../store/CollectedStore';
import { ClusterLease } from '../store/LeaseStore';
import { ListWatchSink, WatchState } from '../watch/ListWatchSink';

/** Rows per transaction. SQLite writes on the event loop, so larger batches would be felt by every request. */
const BATCH = 100;

export interface ResourceCollectorOptions<TRow> {
  scope: CollectScope;
  lease: ClusterLease;
  store: CollectedStore<TRow>;
  /** Makes the row of an object; `undefined` for one that cannot be stored. */
  project(object: KubernetesObject): TRow | undefined;
  /** Called after rows have changed. */
  onChange(): void;
  onState(state: WatchState): void;
  logger: LoggerService;
}

/** A row that was made of an object. */
interface Made<TRow> {
  key: string;
  row: TRow;
  version: string;
}

/**
 * Brings what a list-watch learns into the store, and only what differs from what is there: an unchanged object costs
 * no write. In memory it keeps nothing but the resource versions.
 */
export class ResourceCollector<TRow> implements ListWatchSink {
  readonly #options: ResourceCollectorOptions<TRow>;
  readonly #versions: Map<string, string>;
  /** Keys seen since the list began; `undefined` outside of a list. */
  #seen?: Set<string>;
  #missingBefore = new Set<string>();

  private constructor(
    options: ResourceCollectorOptions<TRow>,
    versions: Map<string, string>,
  ) {
    this.#options = options;
    this.#versions = versions;
  }

  static async create<TRow>(
    options: ResourceCollectorOptions<TRow>,
  ): Promise<ResourceCollector<TRow>> {
    const versions = await options.store.loadVersions(options.scope);
    return new ResourceCollector(options, versions);
  }

  /** Whether something of what is stored has to be read anew, as after an update of the portal: a list does. */
  isToBeListed(): boolean {
    return [...this.#versions.values()].includes('');
  }

  async beginList(): Promise<void> {
    this.#seen = new Set();
  }

  async put(objects: KubernetesObject[]): Promise<void> {
    const changed = new Map<string, KubernetesObject>();
    for (const object of objects) {
      const key = keyOf(object);
      this.#seen?.add(key);
      if (this.#versions.get(key) !== object.metadata?.resourceVersion) {
        changed.set(key, object);
      }
    }
    await this.#upsert([...changed]);
  }

  async remove(object: KubernetesObject): Promise<void> {
    await this.#remove([keyOf(object)]);
  }

  async endList(resourceVersion: string): Promise<void> {
    const seen = this.#seen ?? new Set();
    this.#seen = undefined;
    const missing = [...this.#versions.keys()].filter(key => !seen.has(key));
    this.#assertPlausible(missing);
    await this.#remove(missing);
    await this.position(resourceVersion);
  }

  async position(resourceVersion: string): Promise<void> {
    await this.#write({ position: resourceVersion });
  }

  state(state: WatchState): void {
    this.#options.onState(state);
  }

  /**
   * When most of a large collection is suddenly gone, a reinstalled CRD or a broken server is likelier than so many
   * deletions. Such a loss is believed only when the next complete list agrees, which the error brings about.
   */
  #assertPlausible(missing: string[]) {
    const suspicious =
      missing.length > 100 && missing.length > this.#versions.size / 2;
    const agreed = missing.every(key => this.#missingBefore.has(key));
    this.#missingBefore = new Set(suspicious ? missing : []);
    if (suspicious && !agreed) {
      throw new ConflictError(
        `${missing.length} of ${this.#versions.size} ${
          this.#options.scope.resource
        } are missing from a list; reading it again before believing it`,
      );
    }
  }

  async #upsert(changed: Array<[string, KubernetesObject]>) {
    for (let start = 0; start < changed.length; start += BATCH) {
      const batch = this.#project(changed.slice(start, start + BATCH));
      await this.#store(batch);
      this.#options.onChange();
      await setImmediate();
    }
  }

  #project(changed: Array<[string, KubernetesObject]>): Array<Made<TRow>> {
    return changed.flatMap(([key, object]) => {
      try {
        const row = this.#options.project(object);
        const version = object.metadata?.resourceVersion;
        if (row && version) {
          return [{ key, row, version }];
        }
        this.#passOver(key, 'it has no identity');
      } catch (error) {
        this.#passOver(key, stringifyError(error));
      }
      return [];
    });
  }

  /** One row that the database refuses must not keep out the others; when it refuses all, the row is not to blame. */
  async #store(batch: Array<Made<TRow>>): Promise<void> {
    try {
      await this.#write({ upserts: batch.map(({ row }) => row) });
    } catch (error) {
      const half = Math.ceil(batch.length / 2);
      if (isConflict(error) || batch.length === 0) {
        throw error;
      }
      if (batch.length === 1) {
        await this.#assertWritable();
        this.#passOver(batch[0].key, stringifyError(error));
        return;
      }
      await this.#store(batch.slice(0, half));
      await this.#store(batch.slice(half));
      return;
    }
    for (const { key, version } of batch) {
      this.#versions.set(key, version);
    }
  }

  /** Throws when the database takes nothing at all. */
  async #assertWritable() {
    await this.#write({});
  }

  #passOver(key: string, reason: string) {
    const { logger, scope } = this.#options;
    logger.warn(`Passing over '${key}' of ${scope.resource}: ${reason}`);
  }

  async #remove(keys: string[]) {
    for (let start = 0; start < keys.length; start += BATCH) {
      const batch = keys.slice(start, start + BATCH);
      await this.#write({ removals: batch.map(nameOf) });
      for (const key of batch) {
        this.#versions.delete(key);
      }
      this.#options.onChange();
    }
  }

  #write(changes: {
    upserts?: TRow[];
    removals?: ObjectName[];
    position?: string;
  }) {
    const { store, scope, lease } = this.#options;
    return store.write({ scope, lease, upserts: [], removals: [], ...changes });
  }
}

function keyOf(object: KubernetesObject): string {
  const { namespace = '', name = '' } = object.metadata ?? {};
  return keyOfObject({ namespace, name });
}

function nameOf(key: string): ObjectName {
  const [namespace, name] = key.split('/', 2);
  return { namespace, name };
}

function isConflict(error: unknown): boolean {
  return isError(error) && error.name === 'ConflictError';
}
