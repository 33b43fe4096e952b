import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from './explainFailure.mjs';

const examples = [
  [
    '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry.example',
    /cannot be reached/,
  ],
  ['npm error code EAI_AGAIN', /connect this machine/],
  ['ENOSPC: no space left on device, write', /disk is full/],
  [
    '➤ YN0028: │ The lockfile would have been modified',
    /yarn\.lock does not fit/,
  ],
  ['EACCES: permission denied, mkdir', /cannot be written/],
  ['FATAL ERROR: JavaScript heap out of memory', /memory is full/],
];

for (const [output, expected] of examples) {
  test(`explains: ${output}`, () => {
    assert.match(explainFailure(`first line\n${output}\nlast line`), expected);
  });
}

test('does not guess', () => {
  assert.equal(explainFailure('Module not found: ./App'), undefined);
});
