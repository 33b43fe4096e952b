import path from 'node:path';
import { RunFolder } from './files/RunFolder';
import { Processes } from './processes/Processes';
import { Tools } from './tools/buildTools';

/** What all parts of one run share. */
export class Run {
  readonly processes = new Processes();
  readonly tools: Tools;
  /** Ends all waiting of the start, also when one of its parts has failed. */
  readonly signal: AbortSignal;
  readonly onProgress: (step: string) => void;
  readonly #folder: RunFolder;
  readonly #closings: Array<() => void> = [];

  constructor(options: {
    tools: Tools;
    folder: RunFolder;
    signal: AbortSignal;
    onProgress: (step: string) => void;
  }) {
    this.tools = options.tools;
    this.signal = options.signal;
    this.onProgress = options.onProgress;
    this.#folder = options.folder;
  }

  /** Where data lives. */
  get folder(): string {
    return this.#folder.data;
  }

  /** Has something closed at the end that is no process. */
  atEnd(close: () => void) {
    this.#closings.push(close);
  }

  /** Ends all that runs, for good. */
  async stop(): Promise<void> {
    for (const close of this.#closings) {
      close();
    }
    await this.processes.stop();
  }

  logFile(name: string): string {
    return path.join(this.#folder.logs, `${name.replace('/', '-')}.log`);
  }

  /** An environment in which a program sees nothing of the user's own settings. */
  env(home: string): NodeJS.ProcessEnv {
    return { PATH: process.env.PATH, HOME: home, TMPDIR: home };
  }
}
