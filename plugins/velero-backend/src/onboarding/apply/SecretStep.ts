import { ClusterError } from '../../clusters/ClusterError';
import { Step, StepContext, StepError, StepResult, UndoResult } from './Step';
import { ObjectContent } from './StepRecord';

const ATTEMPTS = 2;

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
  readonly #wanted: WantedSecret;
  readonly #isKnown: boolean;
  readonly #text: string | undefined;

  constructor(options: {
    wanted: WantedSecret;
    /** Whether the same credential was written under this name before. */
    isKnown: boolean;
    /** Absent when the portal has been restarted since it was given. */
    text?: string;
  }) {
    const { name } = options.wanted;
    this.id = `secrets/${name}`;
    this.title = `Secret ${name}`;
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
    await this.#create(context, this.#text);
    return { state: 'done' };
  }

  async undo(context: StepContext): Promise<UndoResult> {
    if (context.record.before === undefined) {
      return {};
    }
    const { namespace, name } = this.#wanted;
    try {
      await context.connection.remove({
        resource: 'secrets',
        namespace,
        name,
        signal: context.signal,
      });
      return {};
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'forbidden') {
        const left = `The portal may not remove Secrets. Remove it yourself: kubectl -n ${namespace} delete secret ${name}`;
        return { left };
      }
      throw error;
    }
  }

  /** Whether there is a Secret of that name is all that whoever may only create them can learn. */
  async #isTaken(context: StepContext): Promise<boolean> {
    try {
      await context.connection.createSecret({
        ...this.#withText(context, ''),
        dryRun: true,
      });
      return false;
    } catch (error) {
      if (isThere(error)) {
        return true;
      }
      throw error;
    }
  }

  #taken(): StepError {
    return new StepError(
      `There is a Secret '${
        this.#wanted.name
      }' already, and the portal may not read what is in it. Give the credential a higher version`,
    );
  }

  /** After an answer that was lost the second attempt finds what the first has made. */
  async #create(context: StepContext, text: string) {
    for (let attempt = 1; ; attempt++) {
      try {
        await context.connection.createSecret(this.#withText(context, text));
        return;
      } catch (error) {
        if (isThere(error)) {
          return;
        }
        if (attempt === ATTEMPTS || !isUnanswered(error)) {
          throw error;
        }
      }
    }
  }

  #withText({ signal }: StepContext, text: string) {
    const { key, ...rest } = this.#wanted;
    return { ...rest, data: { [key]: text }, signal };
  }
}

function isThere(error: unknown): boolean {
  return error instanceof ClusterError && error.kind === 'exists';
}

function isUnanswered(error: unknown): boolean {
  return (
    error instanceof ClusterError &&
    ['unreachable', 'malformed'].includes(error.kind)
  );
}
