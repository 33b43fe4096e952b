import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { tail } from './tail.mjs';

test('gives the last lines that tell something', async context => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tail-'));
  context.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'a.log');
  const stack =
    '    at run (a.js:1:2)\n    ... 3 lines matching cause stack trace ...\n';
  await writeFile(file, `one\ntwo\n\nError: bad\n${stack}${'x'.repeat(999)}\n`);
  assert.equal(await tail(file, 3), `two\nError: bad\n${'x'.repeat(300)}`);
});

test('leaves out requests and colours', async context => {
  const folder = await mkdtemp(path.join(tmpdir(), 'tail-'));
  context.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'a.log');
  const request =
    '"GET / HTTP/1.1" 503 67 \x1b[36mtype\x1b[39m="incomingRequest"\n';
  await writeFile(file, `\x1b[31merror\x1b[39m bad\n${request.repeat(9)}`);
  assert.equal(await tail(file, 3), 'error bad');
});

test('gives nothing for a file that is not there', async () => {
  assert.equal(await tail('/no/such/file', 3), '');
});
