import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Processes } from './Processes.mjs';
import { runLogged } from './runLogged.mjs';

async function run(context, code) {
  const folder = await mkdtemp(path.join(tmpdir(), 'run-logged-'));
  context.after(() => rm(folder, { recursive: true }));
  const logFile = path.join(folder, 'deep/tool.log');
  await runLogged({
    processes: new Processes(),
    what: 'Baking',
    command: process.execPath,
    args: ['-e', code],
    logFile,
  });
  return readFile(logFile, 'utf8');
}

test('keeps what a tool says in the log', async context => {
  const log = await run(context, 'console.log("out"); console.error("err")');
  assert.equal(log, 'out\nerr\n');
});

test('says in one sentence why a tool failed, where that is known', async context => {
  const code = 'console.log("getaddrinfo EAI_AGAIN"); process.exit(1)';
  await assert.rejects(run(context, code), {
    name: 'UserError',
    message:
      /^Baking failed: the package registry cannot be reached.*tool\.log\)\.$/,
  });
});

test('shows the end of the log otherwise, without endless lines', async context => {
  const code =
    'console.log("too hot"); console.log("x".repeat(9999)); process.exit(3)';
  await assert.rejects(run(context, code), error => {
    assert.match(
      error.message,
      /^too hot\nx{300}\n\nBaking failed: it ended with code 3/,
    );
    return error.name === 'UserError';
  });
});

test('says which tool is missing', async context => {
  const start = runLogged({
    processes: new Processes(),
    what: 'Baking',
    command: 'no-such-oven',
    args: [],
    logFile: path.join(tmpdir(), `no-such-oven-${process.pid}.log`),
  });
  context.after(() =>
    rm(path.join(tmpdir(), `no-such-oven-${process.pid}.log`)),
  );
  await assert.rejects(start, /Baking failed: spawn no-such-oven ENOENT/);
});
