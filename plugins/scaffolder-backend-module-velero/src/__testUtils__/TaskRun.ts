import { BackstageCredentials } from '@backstage/backend-plugin-api';

import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';

/** What the scaffolder keeps of a task's checkpoints. */
export type Checkpoints = Record<
  string,
  { value: JsonValue } | { reason: string }
>;

/** One run of an action in a task. Runs of one task share its checkpoints. */
export class TaskRun {
  readonly lines: string[] = [];
  readonly outputs: Record<string, unknown> = {};
  readonly workspacePath: string;
  readonly #options: {
    action: TemplateAction;
    credentials: BackstageCredentials;
    checkpoints: Checkpoints;
  };

  constructor(options: {
    action: TemplateAction<any, any, any>;
    credentials: BackstageCredentials;
    checkpoints?: Checkpoints;
    workspacePath: string;
  }) {
    const { action, credentials, checkpoints = {}, workspacePath } = options;
    this.workspacePath = workspacePath;
    this.#options = { action, credentials, checkpoints };
  }

  async run(
    input: object,
    options: {
      secrets?: Record<string, string>;
      signal?: AbortSignal;
      isDryRun?: boolean;
    } = {},
  ): Promise<void> {
    const { action, credentials } = this.#options;
    const { workspacePath } = this;
    const context = createMockActionContext({
      input: input as JsonObject,
      workspacePath,
      secrets: options.secrets,
    });
    const logger = context.logger;
    jest.spyOn(logger, 'info').mockImplementation((line: unknown) => {
      this.lines.push(String(line));
      return logger;
    });
    await action.handler({
      ...context,
      ...options,
      logger,
      getInitiatorCredentials: async () => credentials,
      output: (name, value) => {
        this.outputs[name] = value;
      },
      checkpoint: opts => this.#checkpoint(opts),
    });
  }

  /** As the scaffolder does it: what has succeeded is replayed. */
  async #checkpoint<T extends JsonValue | void>(options: {
    key: string;
    fn: () => Promise<T> | T;
  }): Promise<T> {
    const { checkpoints } = this.#options;
    const { key, fn } = options;
    const kept = checkpoints[key];
    if (kept && 'value' in kept) {
      return JSON.parse(JSON.stringify(kept.value));
    }
    try {
      const value = await fn();
      checkpoints[key] = { value: (value ?? {}) as JsonValue };
      return value;
    } catch (error) {
      checkpoints[key] = { reason: `${error}` };
      throw error;
    }
  }
}
