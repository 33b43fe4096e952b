import {
  KubernetesObject,
  ManagedResource,
} from '../../clusters/ClusterConnection';
import { findObject } from './findObject';
import { persistently } from './persistently';
import { Step, StepContext, StepResult, UndoResult } from './Step';

/** Removes an object that a plan no longer has; taken back, it is made again as it was. */
export class RemoveStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly #key: { resource: ManagedResource; namespace: string; name: string };
  readonly #mayRemove: (live: KubernetesObject) => boolean;

  constructor(options: {
    title: string;
    resource: ManagedResource;
    namespace: string;
    name: string;
    /** Whether it is still the one that is meant. */
    mayRemove(live: KubernetesObject): boolean;
  }) {
    const { title, resource, namespace, name } = options;
    this.id = `remove-${resource}/${name}`;
    this.title = title;
    this.#key = { resource, namespace, name };
    this.#mayRemove = options.mayRemove;
  }

  run(context: StepContext): Promise<StepResult> {
    return persistently(context, () => this.#remove(context));
  }

  async undo(context: StepContext): Promise<UndoResult> {
    const { connection, record, signal } = context;
    if (record.before && !(await findObject(context, this.#key))) {
      await connection.create({ ...this.#key, ...record.before, signal });
    }
    return {};
  }

  async #remove(context: StepContext): Promise<StepResult> {
    const { connection, record, signal } = context;
    const live = await findObject(context, this.#key);
    if (!live || !this.#mayRemove(live)) {
      return { state: record.before ? 'done' : 'unchanged' };
    }
    const { uid, labels = {}, annotations = {} } = live.metadata;
    const spec = (live.spec ?? {}) as Record<string, unknown>;
    await context.note({ before: { labels, annotations, spec } });
    await connection.remove({ ...this.#key, uid, signal });
    return { state: 'done' };
  }
}
