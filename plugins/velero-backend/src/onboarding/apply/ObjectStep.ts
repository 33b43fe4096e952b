import { isDeepStrictEqual } from 'node:util';
import {
  ManagedResource,
  KubernetesObject,
} from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { wait } from '../../lib/wait';
import { findObject } from './findObject';
import { locationCheckOf } from '../../operations/locationCheck';
import { mergePatch } from './mergePatch';
import { contentOf } from './objectContent';
import { Step, StepContext, StepError, StepResult, UndoResult } from './Step';
import { ObjectContent } from './StepRecord';

/** An object as it is to be. */
export interface WantedObject {
  resource: ManagedResource;
  namespace: string;
  name: string;
  content: ObjectContent;
}

const ATTEMPTS = 3;
const RETRY_AFTER = 1_000;

/** Has one object be as planned. */
export class ObjectStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly #wanted: WantedObject;
  readonly #mayChange: (live: KubernetesObject) => boolean;

  constructor(options: {
    title: string;
    wanted: WantedObject;
    /** Whether an object that is there already may be changed. */
    mayChange(live: KubernetesObject): boolean;
  }) {
    const { resource, name } = options.wanted;
    this.id = `${resource}/${name}`;
    this.title = options.title;
    this.#wanted = options.wanted;
    this.#mayChange = options.mayChange;
  }

  async run(context: StepContext): Promise<StepResult> {
    const first = await this.#find(context);
    if (context.record.before === undefined) {
      if (first && this.#isAsWanted(first)) {
        return { state: 'unchanged' };
      }
      this.#assertMayChange(first);
      await context.note({
        before: first ? this.#contentOf(first) : null,
        checkedBefore: first && locationCheckOf(first).checkedAt,
      });
    }
    await this.#write(context, this.#wanted.content);
    return { state: 'done' };
  }

  async undo(context: StepContext): Promise<UndoResult> {
    const { before } = context.record;
    if (before === undefined) {
      return {};
    }
    const live = await this.#find(context);
    if (live && before === null) {
      const { uid } = live.metadata;
      await context.connection.remove({ ...this.#key(context), uid });
    } else if (before) {
      await this.#write(context, before);
    }
    return {};
  }

  /** An answer that was lost, or a change by somebody else meanwhile, is settled by looking again. */
  async #write(context: StepContext, content: ObjectContent): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const live = await this.#find(context);
      if (live && isSame(this.#contentOf(live), content)) {
        return;
      }
      try {
        await (live
          ? this.#change(context, live, content)
          : this.#create(context, content));
        return;
      } catch (error) {
        if (attempt === ATTEMPTS || !isWorthAnotherLook(error)) {
          throw error;
        }
        await wait(RETRY_AFTER, context.signal);
      }
    }
  }

  async #create(context: StepContext, content: ObjectContent) {
    await context.connection.create({ ...this.#key(context), ...content });
  }

  async #change(
    context: StepContext,
    live: KubernetesObject,
    content: ObjectContent,
  ) {
    this.#assertMayChange(live);
    const { labels, annotations, spec } = this.#contentOf(live);
    await context.connection.patch({
      ...this.#key(context),
      resourceVersion: live.metadata.resourceVersion ?? '',
      patch: {
        metadata: {
          labels: mergePatch(labels, content.labels),
          annotations: mergePatch(annotations, content.annotations),
        },
        spec: mergePatch(spec, content.spec),
      },
    });
  }

  #assertMayChange(live: KubernetesObject | undefined) {
    if (live && !this.#mayChange(live)) {
      const { resource, namespace, name } = this.#wanted;
      throw new StepError(
        `${resource}.velero.io '${name}' in namespace '${namespace}' is there already, and somebody else made it. Remove it, or ask for it to be taken over`,
      );
    }
  }

  #isAsWanted(live: KubernetesObject): boolean {
    return isSame(this.#contentOf(live), this.#wanted.content);
  }

  #contentOf(live: KubernetesObject): ObjectContent {
    return contentOf(live, this.#wanted);
  }

  #find(context: StepContext): Promise<KubernetesObject | undefined> {
    return findObject(context, this.#key(context));
  }

  #key({ signal }: StepContext) {
    const { resource, namespace, name } = this.#wanted;
    return { resource, namespace, name, signal };
  }
}

function isSame(one: ObjectContent, other: ObjectContent): boolean {
  return isDeepStrictEqual(one, other);
}

function isWorthAnotherLook(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    ['exists', 'changed', 'unreachable', 'malformed'].includes(error.kind)
  );
}
