import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MILLIS = 5;
const GUARD_FD = 3;

/**
 * Becomes the program that its arguments name, beside a reader that kills the process group when descriptor 3 ends.
 *
 * We hold the other end. The kernel closes it in whatever way we end, by SIGKILL too, so that nothing outlives us.
 */
const GUARD = `{ read -r _ <&${GUARD_FD}; kill -KILL 0; } & exec "$@" ${GUARD_FD}<&-`;

export interface Command {
  /** The program and its arguments. */
  line: string[];
  /** The whole environment: what a user's shell has set changes nothing. */
  env: NodeJS.ProcessEnv;
  /** Where it works. */
  folder: string;
  /** Takes all that it writes; what is there already stays. */
  logFile: string;
}

/** How a process ended. */
export interface Ending {
  code?: number;
  signal?: string;
  error?: Error;
}

/** A process that leads a group of its own and ends with this process at the latest. It keeps no event loop alive. */
export class GuardedProcess {
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  #hasEnded = false;

  constructor(command: Command) {
    this.#child = spawnGuarded(command);
    this.ended = new Promise<Ending>(resolve => {
      this.#child.once('error', error => resolve({ error }));
      this.#child.once('exit', (code, signal) =>
        resolve({ code: code ?? undefined, signal: signal ?? undefined }),
      );
    }).then(ending => {
      this.#hasEnded = true;
      this.#guard.destroy();
      return ending;
    });
    this.#child.unref();
    this.#guard.unref();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Signals the program, not what it has started, nor the guard. */
  signal(signal: NodeJS.Signals) {
    this.#child.kill(signal);
  }

  /** Kills the program and all that it has started, and waits until the program is gone. */
  async kill(): Promise<void> {
    if (this.pid && !this.#hasEnded) {
      process.kill(-this.pid, 'SIGKILL');
    }
    while (!this.#hasEnded) {
      await sleep(POLL_MILLIS);
    }
  }

  get #guard(): Socket {
    return this.#child.stdio[GUARD_FD] as Socket;
  }
}

function spawnGuarded({ line, env, folder, logFile }: Command): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    return spawn('sh', ['-c', GUARD, 'sh', ...line], {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
    });
  } finally {
    closeSync(log);
  }
}
