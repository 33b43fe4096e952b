import assert from 'node:assert/strict';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Processes } from './Processes.mjs';

const STARTS_A_CHILD = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

async function startFamily(processes) {
  const parent = processes.start(process.execPath, ['-e', STARTS_A_CHILD], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  return { parent, child: Number(line) };
}

async function waitUntilGone(pid) {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(20);
  }
}

test('ends what a process has started, too', async () => {
  const processes = new Processes();
  const { parent, child } = await startFamily(processes);
  await processes.stopAll();
  assert.equal(parent.signalCode, 'SIGTERM');
  await waitUntilGone(child);
});

test('kills at once when asked', async () => {
  const processes = new Processes();
  const { parent, child } = await startFamily(processes);
  processes.killAll();
  await once(parent, 'exit');
  assert.equal(parent.signalCode, 'SIGKILL');
  await waitUntilGone(child);
});

test('answers why a process could not start', async () => {
  const child = new Processes().start('no-such-command', []);
  assert.equal((await child.exited).error.code, 'ENOENT');
});

test('does what is left to do when all have ended', async () => {
  const processes = new Processes();
  const { parent } = await startFamily(processes);
  let wasRunning;
  processes.atEnd(() => {
    wasRunning = parent.exitCode === null && parent.signalCode === null;
  });
  await processes.stopAll();
  assert.equal(wasRunning, false);
});

test('tells how one process ended, and nobody when all are stopped', async () => {
  const processes = new Processes();
  const [first, second] = [
    await startFamily(processes),
    await startFamily(processes),
  ];
  await processes.stop(first.parent);
  assert.equal((await first.parent.exited).signal, 'SIGTERM');

  let isTold = false;
  second.parent.exited.then(() => {
    isTold = true;
  });
  await processes.stopAll();
  await sleep(0);
  assert.equal(isTold, false);
  assert.throws(() => processes.start('true', []), /Stopped/);
});

test('gives the children of a process time to end, too', async () => {
  const processes = new Processes();
  const child = `
    process.on('SIGTERM', () => setTimeout(() => { console.log('clean'); process.exit(); }, 100));
    setInterval(() => {}, 1000);
    console.log('up');
  `;
  const parent = processes.start(
    process.execPath,
    [
      '-e',
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
        child,
      )}], { stdio: 'inherit' })`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = [];
  parent.stdout.on('data', data => said.push(String(data).trim()));
  await once(parent.stdout, 'data');
  await processes.stopAll();
  await finished(parent.stdout);
  assert.deepEqual(said, ['up', 'clean']);
});
