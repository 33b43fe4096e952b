import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatElapsed } from './elapsed.mjs';
import { withStatus } from './status.mjs';

function createOutput(isTTY) {
  const written = [];
  return { isTTY, written, write: text => written.push(text) };
}

test('says what begins and how it ended', async () => {
  const output = createOutput(false);
  const result = await withStatus('baking', async () => 'bread', {
    output,
    describe: what => `made ${what}`,
  });
  assert.equal(result, 'bread');
  assert.deepEqual(output.written, [
    'baking … 0:00\n',
    'baking … 0:00 made bread\n',
  ]);
});

test('counts the seconds in one line of a terminal', async context => {
  context.mock.timers.enable({ apis: ['setInterval', 'Date'] });
  const output = createOutput(true);
  const work = async () => {
    context.mock.timers.tick(1_000);
    context.mock.timers.tick(1_000);
  };
  await withStatus('baking', work, {
    output,
  });
  assert.deepEqual(
    output.written.map(text => text.replace('\r\x1b[K', '')),
    [
      'baking … 0:00',
      'baking … 0:01',
      'baking … 0:02',
      'baking … 0:02 done',
      '\n',
    ],
  );
});

test('passes a failure on', async () => {
  const fail = async () => {
    throw new Error('burnt');
  };
  await assert.rejects(
    withStatus('baking', fail, { output: createOutput(false) }),
    /burnt/,
  );
});

test('formats minutes and seconds', () => {
  assert.deepEqual([0, 59_999, 65_000, 600_000].map(formatElapsed), [
    '0:00',
    '0:59',
    '1:05',
    '10:00',
  ]);
});
