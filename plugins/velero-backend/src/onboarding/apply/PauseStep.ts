import { KubernetesObject } from '../../clusters/ClusterConnection';
import { findObject } from './findObject';
import { persistently } from './persistently';
import { Step, StepContext, StepResult, UndoResult } from './Step';

/** Stops a schedule without touching what it made. */
export class PauseStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly #namespace: string;
  readonly #name: string;
  readonly #message: string;

  constructor(options: {
    namespace: string;
    name: string;
    /** What becomes of its backups. */
    message: string;
  }) {
    const { name, message } = options;
    this.#message = message;
    this.id = `schedules/${name}`;
    this.title = `Pause schedule ${name}`;
    this.#namespace = options.namespace;
    this.#name = name;
  }

  run(context: StepContext): Promise<StepResult> {
    return persistently(context, () => this.#pause(context));
  }

  async undo(context: StepContext): Promise<UndoResult> {
    const live = await findObject(context, this.#key());
    if (context.record.before && live && isPaused(live)) {
      await this.#set(context, live, null);
    }
    return {};
  }

  async #pause(context: StepContext): Promise<StepResult> {
    const live = await findObject(context, this.#key());
    if (!live || isPaused(live)) {
      return {
        state: context.record.before ? 'done' : 'unchanged',
        message: live ? this.#message : 'It is gone',
      };
    }
    await context.note({
      before: { labels: {}, annotations: {}, spec: { paused: false } },
    });
    await this.#set(context, live, true);
    return { state: 'done', message: this.#message };
  }

  async #set(
    { connection, signal }: StepContext,
    live: KubernetesObject,
    paused: true | null,
  ) {
    await connection.patch({
      ...this.#key(),
      resourceVersion: live.metadata.resourceVersion ?? '',
      patch: { spec: { paused } },
      signal,
    });
  }

  #key() {
    return {
      resource: 'schedules' as const,
      namespace: this.#namespace,
      name: this.#name,
    };
  }
}

function isPaused({ spec }: KubernetesObject): boolean {
  return (spec as { paused?: unknown } | undefined)?.paused === true;
}
