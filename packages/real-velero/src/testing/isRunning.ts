import { readFile } from 'node:fs/promises';

/** Whether a process runs; one that waits only for its parent to take notice of its end does not. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return !/^State:\s+[ZX]/m.test(status);
  } catch {
    return false;
  }
}
