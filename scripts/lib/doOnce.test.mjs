import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { doOnce } from './doOnce.mjs';

async function createWork(context) {
  const folder = await mkdtemp(path.join(tmpdir(), 'do-once-'));
  context.after(() => rm(folder, { recursive: true }));
  const marker = path.join(folder, 'deep/marker');
  const done = [];
  const doFor = (input, fail = false) =>
    doOnce({
      marker,
      input,
      work: async () => {
        done.push(input);
        if (fail) {
          throw new Error('cut short');
        }
      },
    });
  return { done, doFor };
}

test('works again only when the input has changed', async context => {
  const { done, doFor } = await createWork(context);
  for (const input of ['a', 'a', 'b', 'a', 'a']) {
    await doFor(input);
  }
  assert.deepEqual(done, ['a', 'b', 'a']);
});

test('works again after work that failed, even for the input before', async context => {
  const { done, doFor } = await createWork(context);
  await doFor('a');
  await assert.rejects(doFor('b', true), /cut short/);
  await doFor('a');
  assert.deepEqual(done, ['a', 'b', 'a']);
});
