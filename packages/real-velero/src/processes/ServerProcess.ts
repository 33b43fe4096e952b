import { logTail } from '../files/logTail';
import { ManagedProcess } from '../RealVelero';
import { Command, GuardedProcess } from './GuardedProcess';
import { poll } from './poll';
import { describeEnding, processFailure } from './processFailure';
import { Processes } from './Processes';

const START_LIMIT_MILLIS = 120_000;
const CHECK_LIMIT_MILLIS = 3_000;

export interface ServerDefinition extends Command {
  /** Such as `a/etcd`. */
  name: string;
  /** Whether it answers; an error counts as not yet. */
  isReady(signal: AbortSignal): Promise<boolean>;
  limitMillis?: number;
}

/** A server that is there to be used, and to be disturbed. */
export class ServerProcess implements ManagedProcess {
  readonly #processes: Processes;
  readonly #definition: ServerDefinition;
  #process?: GuardedProcess;
  #problem?: string;

  private constructor(processes: Processes, definition: ServerDefinition) {
    this.#processes = processes;
    this.#definition = definition;
  }

  /** Starts a server and waits until it answers. */
  static async start(
    { processes, signal }: { processes: Processes; signal: AbortSignal },
    definition: ServerDefinition,
  ): Promise<ServerProcess> {
    const server = new ServerProcess(processes, definition);
    await server.#start(signal);
    return server;
  }

  get name(): string {
    return this.#definition.name;
  }

  get logFile(): string {
    return this.#definition.logFile;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.#start(new AbortController().signal);
  }

  pause() {
    this.#process?.signal('SIGSTOP');
  }

  resume() {
    this.#process?.signal('SIGCONT');
  }

  logTail(lines?: number): Promise<string> {
    return logTail(this.logFile, lines);
  }

  async #start(signal: AbortSignal) {
    const { limitMillis = START_LIMIT_MILLIS } = this.#definition;
    const process = this.#processes.start(this.#definition);
    this.#process = process;
    const ended = process.ended.then(() => true);
    const check = () => Promise.race([this.#isReady(signal), ended]);
    const isOver = await poll({ check, limitMillis, signal });
    if (process.hasEnded) {
      const ending = describeEnding(await process.ended);
      throw await this.#failure(`${ending} while it started`);
    }
    if (!isOver) {
      const limit = `${limitMillis / 1000} s`;
      const problem = this.#problem ? ` (${this.#problem})` : '';
      throw await this.#failure(`was not ready after ${limit}${problem}`);
    }
  }

  async #isReady(signal: AbortSignal) {
    const limit = AbortSignal.timeout(CHECK_LIMIT_MILLIS);
    try {
      return await this.#definition.isReady(AbortSignal.any([signal, limit]));
    } catch (error) {
      // Until it listens, every question fails in its own way; the last one may explain why.
      this.#problem = (error as Error).message;
      return false;
    }
  }

  #failure(what: string) {
    const { name, logFile } = this.#definition;
    return processFailure({ problem: `${name} ${what}`, logFile });
  }
}
