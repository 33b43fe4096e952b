import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from './UserError.mjs';

const GRACE_PERIOD = 8_000;
const POLL_INTERVAL = 50;

/**
 * Starts processes and ends them with everything that they have started.
 *
 * Each leads a process group of its own, so that a signal reaches its children, and Ctrl-C in the terminal only us.
 */
export class Processes {
  #children = new Set();
  #endings = new Set();
  #isOver = false;

  /** Like `spawn`; the child's `exited` tells how it ended, unless all are being stopped. */
  start(command, args, options) {
    if (this.#isOver) {
      throw new UserError('Stopped.');
    }
    const child = spawn(command, args, { ...options, detached: true });
    this.#children.add(child);
    child.ended = new Promise(resolve => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.once('error', error => resolve({ error }));
    }).finally(() => this.#children.delete(child));
    // Whoever waits must not take the end for a failure, nor go on with the next step.
    child.exited = child.ended.then(result =>
      this.#isOver ? new Promise(() => {}) : result,
    );
    return child;
  }

  /** Ends one of the processes and its group; kills what does not end in time. */
  async stop(child) {
    signalGroup(child, 'SIGTERM');
    const giveUpAt = Date.now() + GRACE_PERIOD;
    while (isGroupAlive(child) && Date.now() < giveUpAt) {
      await sleep(POLL_INTERVAL);
    }
    signalGroup(child, 'SIGKILL');
    await child.ended;
  }

  /** Has something done when all processes have ended, such as removing what they worked on. */
  atEnd(action) {
    this.#endings.add(action);
  }

  /** Ends everything, for good. */
  async stopAll() {
    this.#isOver = true;
    await Promise.all([...this.#children].map(child => this.stop(child)));
    for (const action of this.#endings) {
      await action();
    }
  }

  killAll() {
    this.#isOver = true;
    for (const child of this.#children) {
      signalGroup(child, 'SIGKILL');
    }
  }
}

function isGroupAlive(child) {
  return signalGroup(child, 0);
}

/** Signals a process and what it has started; false when all of them have ended. */
function signalGroup(child, signal) {
  if (!child.pid) {
    return false;
  }
  try {
    return process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code === 'ESRCH') {
      return false;
    }
    throw error;
  }
}
