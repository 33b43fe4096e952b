import { ClusterError } from '../../clusters/ClusterError';
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

  async run({ connection, signal }: StepContext): Promise<StepResult> {
    const [namespace, name] = [this.#namespace, this.#name];
    try {
      await connection.remove({ resource: 'secrets', namespace, name, signal });
      return { state: 'done' };
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'forbidden') {
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
