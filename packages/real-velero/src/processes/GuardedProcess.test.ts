import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { eventually } from '../testing/eventually';
import { isRunning } from '../testing/isRunning';
import { GuardedProcess } from './GuardedProcess';

// Processes start slowly on a machine that is busy with a cluster.
jest.setTimeout(30_000);

describe('GuardedProcess', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'guarded-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  function start(script: string) {
    return new GuardedProcess({
      line: ['sh', '-c', script],
      env: { PATH: process.env.PATH },
      folder,
      logFile: path.join(folder, 'log'),
    });
  }

  function readPids(count: number) {
    return eventually(async () => {
      const text = await readFile(path.join(folder, 'pids'), 'utf8');
      const pids = text.trim().split('\n').map(Number);
      expect(pids).toHaveLength(count);
      return pids;
    });
  }

  function expectEnd(pids: number[]) {
    return eventually(async () => {
      const running = await Promise.all(pids.map(isRunning));
      expect(running).toEqual(pids.map(() => false));
    });
  }

  it('ends, with all that it has started, when its owner is killed', async () => {
    const owner = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        path.join(__dirname, '../testing/holdProcesses.ts'),
        ...[folder, path.join(folder, 'pids')],
      ],
      { stdio: 'inherit' },
    );
    const pids = await readPids(2);
    expect(await Promise.all(pids.map(isRunning))).toEqual([true, true]);
    owner.kill('SIGKILL');
    await expectEnd(pids);
  });

  it('is gone after a kill, with all that it has started, even when it is stopped', async () => {
    const guarded = start('sleep 600 & echo $! > pids; wait');
    const pids = await readPids(1);
    guarded.signal('SIGSTOP');
    await guarded.kill();
    expect(await guarded.ended).toEqual({ signal: 'SIGKILL' });
    await expectEnd([...pids, Number(guarded.pid)]);
  });

  it('takes with it what it has started when it ends by itself', async () => {
    const guarded = start('sleep 600 & echo $! > pids; exit 3');
    const pids = await readPids(1);
    expect(await guarded.ended).toEqual({ code: 3 });
    await expectEnd(pids);
  });

  it('tells that it cannot be started', async () => {
    const guarded = new GuardedProcess({
      line: ['true'],
      env: {},
      folder: path.join(folder, 'absent'),
      logFile: path.join(folder, 'log'),
    });
    expect((await guarded.ended).error?.message).toContain('ENOENT');
    await guarded.kill();
  });
});
