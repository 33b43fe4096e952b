import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twice } from './twice.mjs';

function failing(times) {
  const calls = [];
  const work = async () => {
    calls.push(calls.length + 1);
    if (calls.length <= times) {
      throw new Error(`failure ${calls.length}`);
    }
    return 'done';
  };
  return { calls, work };
}

test('tries again once, and passes the second failure on', async () => {
  for (const [times, expected] of [
    [0, [1]],
    [1, [1, 2]],
  ]) {
    const { calls, work } = failing(times);
    assert.equal(await twice(work), 'done');
    assert.deepEqual(calls, expected);
  }
  const { calls, work } = failing(9);
  await assert.rejects(twice(work), /failure 2/);
  assert.deepEqual(calls, [1, 2]);
});
