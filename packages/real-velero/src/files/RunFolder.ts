import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from './isAlive';

const KEPT_LOGS = 5;

/** Where one run keeps its data and its logs. */
export class RunFolder {
  private constructor(readonly data: string, readonly logs: string) {}

  /** Makes the folders of a new run, and removes those that dead runs left behind. */
  static async create(cache: string): Promise<RunFolder> {
    const runs = path.join(cache, 'runs');
    const allLogs = path.join(cache, 'logs');
    await mkdir(runs, { recursive: true });
    await mkdir(allLogs, { recursive: true });
    await removeDeadRuns(runs);
    await removeOldLogs(allLogs);
    const data = await mkdtemp(path.join(runs, `${process.pid}-`));
    const time = new Date().toISOString().replaceAll(':', '');
    const logs = path.join(allLogs, `${time}-${path.basename(data)}`);
    await mkdir(logs);
    return new RunFolder(data, logs);
  }

  /** Keeps the logs only: somebody will want to know why. */
  async removeData(): Promise<void> {
    await rm(this.data, { recursive: true, force: true, maxRetries: 10 });
  }

  async remove(): Promise<void> {
    await this.removeData();
    await rm(this.logs, { recursive: true, force: true });
  }
}

async function removeDeadRuns(runs: string) {
  for (const name of await readdir(runs)) {
    if (!isAlive(parseInt(name, 10))) {
      await rm(path.join(runs, name), { recursive: true, force: true });
    }
  }
}

async function removeOldLogs(allLogs: string) {
  const names = (await readdir(allLogs)).sort();
  for (const name of names.slice(0, -KEPT_LOGS)) {
    if (!isAlive(Number(name.split('-').at(-2)))) {
      await rm(path.join(allLogs, name), { recursive: true, force: true });
    }
  }
}
