import { VELERO_OPERATION_ANNOTATION } from 'backstage-plugin-velero-common';
import { isOfKind } from './isOfKind';
import { persistently } from './persistently';
import { Step, StepContext, StepError, StepResult, UndoResult } from './Step';
import { ObjectContent } from './StepRecord';

/** A Secret as it is to be, without what is in it. */
export interface WantedSecret {
  namespace: string;
  name: string;
  key: string;
  labels: ObjectContent['labels'];
  annotations: ObjectContent['annotations'];
}

/**
 * Writes a Secret that is not there yet. The portal never reads one: that a name is taken is all that it can learn. The
 * text is in the memory of the replica that was given it, so that after a restart there is none.
 */
export class SecretStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly #operation: string;
  readonly #wanted: WantedSecret;
  readonly #isKnown: boolean;
  readonly #text: string | undefined;

  constructor(options: {
    /** Its id, which tells what it has made from what others have. */
    operation: string;
    wanted: WantedSecret;
    /** Whether the same credential was written under this name before. */
    isKnown: boolean;
    /** Absent when the portal has been restarted since it was given. */
    text?: string;
  }) {
    const { name } = options.wanted;
    this.id = `secrets/${name}`;
    this.title = `Secret ${name}`;
    this.#operation = options.operation;
    this.#wanted = options.wanted;
    this.#isKnown = options.isKnown;
    this.#text = options.text;
  }

  async run(context: StepContext): Promise<StepResult> {
    const isBegun = context.record.before !== undefined;
    // What is there once the record says that nothing was before is what another replica has begun to write.
    if (!isBegun && (await this.#isTaken(context))) {
      if (this.#isKnown) {
        return { state: 'unchanged' };
      }
      throw this.#taken();
    }
    if (this.#text === undefined) {
      throw new StepError(
        'The portal was restarted before the credential was written, and keeps no credential. Ask for it again',
      );
    }
    await context.note({ before: null });
    return { state: 'done', ...(await this.#create(context, this.#text)) };
  }

  async undo(context: StepContext): Promise<UndoResult> {
    const { before, uid } = context.record;
    if (before === undefined) {
      return {};
    }
    try {
      return uid === undefined
        ? await this.#removeOwn(context)
        : await this.#remove(context, uid);
    } catch (error) {
      if (!isOfKind(error, 'forbidden')) {
        throw error;
      }
      return uid === undefined && !(await this.#isTaken(context))
        ? {}
        : { left: this.#forbidden(uid) };
    }
  }

  async #remove(context: StepContext, uid: string): Promise<UndoResult> {
    const { namespace, name } = this.#wanted;
    const { connection, signal } = context;
    const resource = 'secrets' as const;
    await connection.remove({ resource, namespace, name, uid, signal });
    return {};
  }

  /** Where no answer told the uid, the Secret itself tells who has made it. */
  async #removeOwn(context: StepContext): Promise<UndoResult> {
    const { namespace, name } = this.#wanted;
    const { connection, signal } = context;
    const key = { namespace, name, signal };
    const marks = await connection.readSecretMarks(key);
    if (!marks) {
      return {};
    }
    const { annotations = {}, uid } = marks;
    return uid && annotations[VELERO_OPERATION_ANNOTATION] === this.#operation
      ? this.#remove(context, uid)
      : {
          left: `Secret '${name}' in namespace '${namespace}' stays: it is not the one that was made here. Where nothing uses it, remove it: ${this.#command()}`,
        };
  }

  /** Whether there is a Secret of that name is all that whoever may only create them can learn. */
  #isTaken(context: StepContext): Promise<boolean> {
    return persistently(context, async () => {
      try {
        const secret = this.#withText(context, '');
        await context.connection.createSecret({ ...secret, dryRun: true });
        return false;
      } catch (error) {
        if (isOfKind(error, 'exists')) {
          return true;
        }
        throw error;
      }
    });
  }

  #taken(): StepError {
    return new StepError(
      `There is a Secret '${
        this.#wanted.name
      }' already, and the portal may not read what is in it. Give the credential a higher version`,
    );
  }

  #forbidden(uid: string | undefined): string {
    const { name } = this.#wanted;
    return uid === undefined
      ? `The portal may not remove Secrets, and so cannot tell who has made Secret '${name}'. Where its annotation ${VELERO_OPERATION_ANNOTATION} is ${
          this.#operation
        }, remove it yourself: ${this.#command()}`
      : `The portal may not remove Secrets. Remove it yourself: ${this.#command()}`;
  }

  #command(): string {
    const { namespace, name } = this.#wanted;
    return `kubectl -n ${namespace} delete secret ${name}`;
  }

  /** After an answer that was lost a further attempt finds what that one has made; before, it finds what others have made. */
  #create(context: StepContext, text: string): Promise<{ uid?: string }> {
    let isMaybeMade = false;
    return persistently(context, async () => {
      try {
        return await context.connection.createSecret(
          this.#withText(context, text),
        );
      } catch (error) {
        if (isOfKind(error, 'exists') && isMaybeMade) {
          return {};
        }
        if (isOfKind(error, 'exists')) {
          await context.note({ before: undefined });
          throw this.#taken();
        }
        isMaybeMade ||= isOfKind(error, 'unreachable', 'malformed');
        throw error;
      }
    });
  }

  #withText({ signal }: StepContext, text: string) {
    const { key, annotations, ...rest } = this.#wanted;
    return {
      ...rest,
      annotations: {
        ...annotations,
        [VELERO_OPERATION_ANNOTATION]: this.#operation,
      },
      data: { [key]: text },
      signal,
    };
  }
}
