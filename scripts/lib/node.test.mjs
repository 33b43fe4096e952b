import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSuitable } from './node.mjs';

test('knows which releases of Node the portal runs on', () => {
  const versions = [
    '20.20.2',
    '22.18.0',
    '22.19.0',
    '23.5.0',
    '24.0.0',
    '25.1.0',
  ];
  assert.deepEqual(versions.filter(isSuitable), ['22.19.0', '24.0.0']);
});
