import { isDeepStrictEqual } from 'node:util';
import {
  ManagedResource,
  KubernetesObject,
} from '../../clusters/ClusterConnection';
import { findObject } from './findObject';
import { isOfKind } from './isOfKind';
import { locationCheckOf } from '../../operations/locationCheck';
import { mergePatch } from './mergePatch';
import { contentOf } from './objectContent';
import { persistently } from './persistently';
import { Step, StepContext, StepError, StepResult, UndoResult } from './Step';
import { ObjectContent } from './StepRecord';

/** An object as it is to be. */
export interface WantedObject {
  resource: ManagedResource;
  namespace: string;
  name: string;
  content: ObjectContent;
}

/** What became of a write. */
interface Written {
  made?: KubernetesObject;
  /** One that was there before, as it is now. */
  live?: KubernetesObject;
  isOvertaken?: boolean;
}

const OVERTAKEN: Written = { isOvertaken: true };

/** Has one object be as planned. */
export class ObjectStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly #wanted: WantedObject;
  readonly #initially: Record<string, unknown>;
  readonly #mayChange: (live: KubernetesObject) => boolean;

  constructor(options: {
    title: string;
    wanted: WantedObject;
    /** Fields of the spec that it has when it is made, for a later step to take away. */
    initially?: Record<string, unknown>;
    /** Whether an object that is there already may be changed. */
    mayChange(live: KubernetesObject): boolean;
  }) {
    const { resource, name } = options.wanted;
    this.id = `${resource}/${name}`;
    this.title = options.title;
    this.#wanted = options.wanted;
    this.#initially = options.initially ?? {};
    this.#mayChange = options.mayChange;
  }

  async run(context: StepContext): Promise<StepResult> {
    const first = await persistently(context, () => this.#find(context));
    if (context.record.before === undefined) {
      if (first && this.#isAsWanted(first)) {
        return { state: 'unchanged' };
      }
      this.#assertMayChange(first);
      await context.note({ before: first ? this.#contentOf(first) : null });
    }
    const { isOvertaken, made, live } = await this.#write(
      context,
      this.#wanted.content,
    );
    if (isOvertaken) {
      // What is there was not made here: it is looked at as what was there before.
      await context.note({ before: undefined });
      return this.run(context);
    }
    return {
      state: 'done',
      ...(made?.metadata.uid && { uid: made.metadata.uid }),
      // As it is after the change: what Velero has found until then is of what was there before.
      ...(live && { checkedBefore: locationCheckOf(live).checkedAt }),
    };
  }

  async undo(context: StepContext): Promise<UndoResult> {
    const { before } = context.record;
    if (before === undefined) {
      return {};
    }
    if (before === null) {
      return this.#remove(context);
    }
    const { isOvertaken } = await this.#write(context, before);
    return isOvertaken ? this.#left() : {};
  }

  async #remove(context: StepContext): Promise<UndoResult> {
    const live = await this.#find(context);
    if (!live) {
      return {};
    }
    if (!this.#isMadeHere(live, context)) {
      return this.#left();
    }
    const { uid } = live.metadata;
    await context.connection.remove({ ...this.#key(context), uid });
    return {};
  }

  /** Where no answer told the uid, what is as planned was made here: nothing was there when it was sent. */
  #isMadeHere(live: KubernetesObject, { record }: StepContext): boolean {
    return record.uid === undefined
      ? this.#isAsWanted(live)
      : record.uid === live.metadata.uid;
  }

  /**
   * An answer that was lost, or a change by somebody else meanwhile, is settled by looking again.
   *
   * @returns what was made or what is there as it is wanted, or that somebody else was faster with it
   */
  async #write(context: StepContext, content: ObjectContent): Promise<Written> {
    let isMaybeMade = false;
    return persistently(context, async () => {
      const live = await this.#find(context);
      if (live) {
        return isSame(this.#contentOf(live), content)
          ? { live }
          : { live: await this.#change(context, live, content) };
      }
      try {
        return { made: await this.#create(context, content) };
      } catch (error) {
        if (isOfKind(error, 'exists')) {
          return isMaybeMade ? this.#whose(context, content) : OVERTAKEN;
        }
        isMaybeMade ||= isOfKind(error, 'unreachable', 'malformed');
        throw error;
      }
    });
  }

  /** An object that came just now: made by an attempt whose answer was lost when it is as wanted, or by somebody else. */
  async #whose(context: StepContext, content: ObjectContent): Promise<Written> {
    const live = await this.#find(context);
    const isOwn = live && isSame(this.#contentOf(live), content);
    return isOwn ? { live } : OVERTAKEN;
  }

  #create(
    context: StepContext,
    content: ObjectContent,
  ): Promise<KubernetesObject> {
    return context.connection.create({
      ...this.#key(context),
      ...content,
      spec: {
        ...content.spec,
        ...(content === this.#wanted.content && this.#initially),
      },
    });
  }

  async #change(
    context: StepContext,
    live: KubernetesObject,
    content: ObjectContent,
  ): Promise<KubernetesObject> {
    this.#assertMayChange(live);
    const { labels, annotations, spec } = this.#contentOf(live);
    return context.connection.patch({
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
      throw new StepError(
        `${this.#inWords()} is there already, and somebody else made it. Remove it, or ask for it to be taken over`,
      );
    }
  }

  #left(): UndoResult {
    return {
      left: `${this.#inWords()} stays: it is not the one that was made here`,
    };
  }

  #inWords(): string {
    const { resource, namespace, name } = this.#wanted;
    return `${resource}.velero.io '${name}' in namespace '${namespace}'`;
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
