import { VELERO_OPERATION_ANNOTATION } from 'backstage-plugin-velero-common';
import { isOfKind } from './isOfKind';
import { persistently } from './persistently';
import { Step, StepContext, StepResult, UndoResult } from './Step';

/** Removes the Secret that a location took its credential from before; nothing uses it any more. */
export class OldSecretStep implements Step {
  readonly id: string;
  readonly title: string;
  readonly closing = true;
  readonly #namespace: string;
  readonly #name: string;

  constructor(options: { namespace: string; name: string }) {
    const { name } = options;
    this.id = `old-secrets/${name}`;
    this.title = `Remove the earlier Secret ${name}`;
    this.#namespace = options.namespace;
    this.#name = name;
  }

  async run(context: StepContext): Promise<StepResult> {
    try {
      return await persistently(context, () => this.#remove(context));
    } catch (error) {
      if (isOfKind(error, 'forbidden')) {
        return this.#staying('the portal may not remove Secrets');
      }
      throw error;
    }
  }

  async undo(): Promise<UndoResult> {
    return {};
  }

  /** Somebody may have put another one in its place since the portal wrote it. */
  async #remove({ connection, signal }: StepContext): Promise<StepResult> {
    const key = { namespace: this.#namespace, name: this.#name, signal };
    const marks = await connection.readSecretMarks(key);
    if (!marks) {
      return { state: 'done' };
    }
    if (!marks.annotations?.[VELERO_OPERATION_ANNOTATION]) {
      return this.#staying("it is not the portal's");
    }
    const { uid } = marks;
    await connection.remove({ resource: 'secrets', ...key, uid });
    return { state: 'done' };
  }

  #staying(why: string): StepResult {
    const [namespace, name] = [this.#namespace, this.#name];
    return {
      state: 'done',
      message: `It stays, as ${why}. Remove it yourself: kubectl -n ${namespace} delete secret ${name}`,
    };
  }
}
