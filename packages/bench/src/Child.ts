import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** Children are started again and again, and most of a start is reading the same modules. */
const NODE_COMPILE_CACHE = join(tmpdir(), 'velero-bench-modules');

/** A process of a benchmark that answers one question after the other. */
export class Child<TRequest extends object> {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Starts `src/<role>.ts` and gives what it says first. */
  static async start<TRequest extends object, TReady>(
    role: string,
    settings: Record<string, string>,
  ): Promise<{ child: Child<TRequest>; ready: TReady }> {
    const file = resolve(resolvePackagePath('velero-bench'), `src/${role}.ts`);
    const started = fork(file, {
      env: { NODE_COMPILE_CACHE, ...process.env, ...settings },
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
    });
    const ready = await Promise.race([
      nextAnswer<TReady>(started),
      once(started, 'exit').then(([code]) => {
        throw new Error(`${role} ended with code ${code} before it was ready`);
      }),
    ]);
    return { child: new Child(started), ready };
  }

  async ask<TAnswer>(request: TRequest): Promise<TAnswer> {
    const answered = nextAnswer<TAnswer>(this.#process);
    this.#process.send(request);
    return answered;
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill(signal);
      await ended;
    }
  }
}

/** What a child says to its parent; libraries in the child use the same channel for messages of their own. */
export function answerParent(answer: object): void {
  process.send!({ answer });
}

function nextAnswer<T>(child: ChildProcess): Promise<T> {
  return new Promise(answered => {
    const listener = (message: { answer?: T }) => {
      if (message.answer !== undefined) {
        child.off('message', listener);
        answered(message.answer);
      }
    };
    child.on('message', listener);
  });
}
