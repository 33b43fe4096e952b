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
    const { connection, signal } = context;
    const [namespace, name] = [this.#namespace, this.#name];
    const key = { resource: 'secrets', namespace, name } as const;
    try {
      await persistently(context, () => connection.remove({ ...key, signal }));
      return { state: 'done' };
    } catch (error) {
      if (isOfKind(error, 'forbidden')) {
        const message = `It stays, as the portal may not remove Secrets. Remove it yourself: kubectl -n ${namespace} delete secret ${name}`;
        return { state: 'done', message };
      }
      throw error;
    }
  }

  async undo(): Promise<UndoResult> {
    return {};
  }
}
