import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { RunFolder } from './RunFolder';

// More than any system gives to a process.
const DEAD_PID = 2 ** 30;

describe('RunFolder', () => {
  let cache: string;

  beforeEach(async () => {
    cache = await mkdtemp(path.join(os.tmpdir(), 'run-folder-'));
  });

  afterEach(() => rm(cache, { recursive: true }));

  async function plant(folder: string, name: string) {
    await mkdir(path.join(cache, folder, name), { recursive: true });
    await writeFile(path.join(cache, folder, name, 'file'), '');
  }

  it('removes what dead runs left behind, and nothing of those that live', async () => {
    await plant('runs', `${DEAD_PID}-abc`);
    await plant('runs', `${process.ppid}-def`);
    const { data } = await RunFolder.create(cache);
    const left = await readdir(path.join(cache, 'runs'));
    expect(left.sort()).toEqual(
      [`${process.ppid}-def`, path.basename(data)].sort(),
    );
  });

  it('keeps the newest logs, and those of runs that live', async () => {
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      await plant('logs', `2026-01-0${day}T000000.000Z-${DEAD_PID}-abc`);
    }
    await plant('logs', `2025-01-01T000000.000Z-${process.ppid}-def`);
    const { logs } = await RunFolder.create(cache);
    const left = await readdir(path.join(cache, 'logs'));
    expect(left.sort().map(name => name.slice(0, 10))).toEqual([
      ...['2025-01-01', '2026-01-03', '2026-01-04', '2026-01-05'],
      ...['2026-01-06', '2026-01-07', path.basename(logs).slice(0, 10)],
    ]);
  });

  it('leaves the logs of a failed run', async () => {
    const folder = await RunFolder.create(cache);
    await folder.removeData();
    expect(await readdir(path.join(cache, 'runs'))).toEqual([]);
    expect(await readdir(folder.logs)).toEqual([]);
    await folder.remove();
    expect(await readdir(path.join(cache, 'logs'))).toEqual([]);
  });
});
