import { spawn } from 'node:child_process';

const GRACE_PERIOD = 8_000;

/**
 * Starts processes and ends them with everything that they have started.
 *
 * Each leads a process group of its own, so that a signal reaches its children, and Ctrl-C in the terminal only us.
 */
export class Processes {
  #children = new Set();

  start(command, args, options) {
    const child = spawn(command, args, { ...options, detached: true });
    this.#children.add(child);
    child.exited = new Promise(resolve => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
      child.once('error', error => resolve({ error }));
    }).finally(() => this.#children.delete(child));
    return child;
  }

  /** Ends one of the processes and its group; kills what does not end in time. */
  async stop(child) {
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_PERIOD);
    await child.exited;
    clearTimeout(timer);
    signalGroup(child, 'SIGKILL');
  }

  async stopAll() {
    await Promise.all([...this.#children].map(child => this.stop(child)));
  }

  killAll() {
    for (const child of this.#children) {
      signalGroup(child, 'SIGKILL');
    }
  }
}

function signalGroup(child, signal) {
  if (!child.pid) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}
