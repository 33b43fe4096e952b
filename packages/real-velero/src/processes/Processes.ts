import { poll } from './poll';
import { Command, GuardedProcess } from './GuardedProcess';
import { describeEnding, processFailure } from './processFailure';

interface FiniteCommand extends Command {
  /** What the error calls it. */
  name: string;
  limitMillis: number;
  signal: AbortSignal;
}

/** The processes of one run. */
export class Processes {
  readonly #running = new Set<GuardedProcess>();
  #isOver = false;

  start(command: Command): GuardedProcess {
    if (this.#isOver) {
      throw new Error('The run is over.');
    }
    const process = new GuardedProcess(command);
    this.#running.add(process);
    process.ended.then(() => this.#running.delete(process));
    return process;
  }

  /** Runs a command to its end; a failure is an error that shows its last lines. */
  async complete(command: FiniteCommand): Promise<void> {
    const { name, logFile, limitMillis, signal } = command;
    const process = this.start(command);
    try {
      const check = async () => process.hasEnded;
      if (!(await poll({ check, limitMillis, signal }))) {
        const problem = `${name} was not done after ${limitMillis / 1000} s`;
        throw await processFailure({ problem, logFile });
      }
    } finally {
      await process.kill();
    }
    const ending = await process.ended;
    if (ending.code !== 0) {
      const problem = `${name} ${describeEnding(ending)}`;
      throw await processFailure({ problem, logFile });
    }
  }

  /** Kills everything, for good. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all([...this.#running].map(process => process.kill()));
  }
}
