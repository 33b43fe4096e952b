import { KubernetesObject } from '../../clusters/ClusterConnection';
import { persistently } from './persistently';
import { Step, StepContext, StepResult, UndoResult } from './Step';
import { StepRecord } from './StepRecord';

/**
 * What a location has in its spec until all is there: Velero does not list what is in the bucket, as those Backups would
 * stay when the location is taken back. An odd zero, to be told from one that somebody else has set.
 */
export const NOT_SYNCED = { backupSyncPeriod: '0h0m0s' };

/** Has Velero list the backups of a location that was made. */
export class SyncStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly #namespace: string;
  readonly #name: string;
  readonly #location: StepRecord;

  constructor(options: {
    namespace: string;
    name: string;
    /** The step that makes or changes the location. */
    location: StepRecord;
  }) {
    const { name } = options;
    this.id = `sync/${name}`;
    this.title = `Have Velero list the backups in location ${name}`;
    this.#namespace = options.namespace;
    this.#name = name;
    this.#location = options.location;
  }

  run(context: StepContext): Promise<StepResult> {
    return persistently(context, () => this.#sync(context));
  }

  async undo(): Promise<UndoResult> {
    return {};
  }

  async #sync(context: StepContext): Promise<StepResult> {
    const live = await context.connection.get(this.#key(context));
    if (!this.#isHeldBack(live)) {
      return { state: this.#isMadeHere() ? 'done' : 'unchanged' };
    }
    await context.connection.patch({
      ...this.#key(context),
      resourceVersion: live.metadata.resourceVersion ?? '',
      patch: { spec: { backupSyncPeriod: null } },
    });
    return { state: 'done' };
  }

  #isMadeHere(): boolean {
    return this.#location.before === null;
  }

  #isHeldBack({ spec }: KubernetesObject): boolean {
    const { backupSyncPeriod } = (spec ?? {}) as Record<string, unknown>;
    return this.#isMadeHere()
      ? backupSyncPeriod !== undefined
      : backupSyncPeriod === NOT_SYNCED.backupSyncPeriod;
  }

  #key({ signal }: StepContext) {
    const resource = 'backupstoragelocations' as const;
    return { resource, namespace: this.#namespace, name: this.#name, signal };
  }
}
