import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMissingPackage } from './damagedInstall.mjs';

const lockFile = `
"express@npm:^4.22.0":
"@backstage/config@npm:^1.3.8":
`;

const find = text => findMissingPackage(`a.js:1\n${text}\n`, lockFile);
const missing = what => `Cannot find module '${what}'`;

test('recognizes a package that is gone in the words of each tool', () => {
  for (const text of [
    `Error: ${missing('express')}\nRequire stack:\n- /home/me/a.js`,
    `Error: ${missing('express/lib/router')}`,
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /home/me/a.ts",
    `    \x1b[1m${missing('\x1b[22mexpress\x1b[1m')}\x1b[22m from 'src/a.ts'`,
    "Module not found: Can't resolve 'express' in '/home/me/src'",
  ]) {
    assert.equal(find(text), 'express', text);
  }
});

test('recognizes a package of which a part is gone', () => {
  const inside = '/home/me/node_modules/@backstage/config';
  for (const text of [
    `Error: ${missing(`${inside}/dist/index.cjs.js`)}`,
    `Error: ${missing(
      './reader',
    )}\nRequire stack:\n- ${inside}/dist/index.cjs.js`,
    `Error: ${missing(
      `/a/node_modules/express/node_modules/@backstage/config/x.js`,
    )}`,
  ]) {
    assert.equal(find(text), '@backstage/config', text);
  }
});

test('takes no misspelt import for damage', () => {
  for (const text of [
    `Error: ${missing('./reeder')}\nRequire stack:\n- /home/me/src/a.js`,
    `${missing('./reeder')} from 'src/a.test.ts'`,
    `${missing('expres')} from 'src/a.test.ts'`,
    `${missing('/home/me/src/reeder.ts')} imported from /home/me/src/a.ts`,
    'all is well',
  ]) {
    assert.equal(find(text), undefined, text);
  }
});
