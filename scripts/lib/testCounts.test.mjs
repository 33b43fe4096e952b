import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countContract,
  countJest,
  countTap,
  reasonsOfSkipped,
  withRunner,
} from './testCounts.mjs';

test('counts a file that could not run as a failed test', () => {
  const result = {
    numPassedTests: 7,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 2,
  };
  assert.deepEqual(countJest(result), { passed: 7, failed: 3 });
});

test('reads the summary of the TAP format', () => {
  const output =
    '# pass one\nok 1\n# tests 6\n# pass 3\n# fail 2\n# cancelled 1\n';
  assert.deepEqual(countTap(output), { passed: 3, failed: 3 });
});

test('never calls a runner that ended badly a success', () => {
  assert.deepEqual(withRunner(countTap(''), 1), { passed: 0, failed: 1 });
  assert.deepEqual(withRunner({ passed: 2, failed: 3 }, 1), {
    passed: 2,
    failed: 3,
  });
  assert.deepEqual(withRunner({ passed: 2, failed: 0 }, 0), {
    passed: 2,
    failed: 0,
  });
});

test('tells which cases of the contract did not run, and why', () => {
  const results = [
    { outcome: 'passed' },
    { outcome: 'failed', reason: 'differs' },
    { outcome: 'skipped', reason: 'no second region' },
    { outcome: 'skipped', reason: 'no second region' },
  ];
  assert.deepEqual(countContract(results), { passed: 1, failed: 1 });
  assert.deepEqual(reasonsOfSkipped(results), [
    { reason: 'no second region', count: 2 },
  ]);
});
