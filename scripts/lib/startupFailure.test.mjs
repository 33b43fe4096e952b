import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCrash, findStartupFailure } from './startupFailure.mjs';

function logLine(level, message, fields) {
  const [, type] = fields.match(/^type=(.*)$/);
  return `\x1b[2m2026-11-23T09:47:41.426Z\x1b[22m \x1b[34mbackstage\x1b[39m ${level} ${message} \x1b[36mtype\x1b[39m=${type}`;
}

const started = logLine(
  'info',
  "Plugin initialization started: 'catalog', 'velero'",
  'type="initialization"',
);
const noUrl = "Missing required config value at 'velero.clusters[0].url'";

const failedPart = what =>
  logLine(
    'error',
    `${what} ${noUrl} in 'env'`,
    `type="initialization" stack="Error: ${noUrl}\\n    at f (a.ts:1:2)"`,
  );

test('finds why a plugin could not start, while others still do', () => {
  const part = failedPart(
    "Plugin 'velero' threw an error during startup, waiting for 4 other plugins to finish before shutting down the process.",
  );
  assert.equal(findStartupFailure(`${started}\n${part}\n`), noUrl);
});

test('finds why the last plugin or a module could not start', () => {
  for (const what of [
    "Plugin 'velero' threw an error during startup.",
    "Module edge in Plugin 'velero' threw an error during startup.",
    "Plugin 'velero' reported failure for module 'edge' during startup.",
  ]) {
    assert.equal(findStartupFailure(`${started}\n${failedPart(what)}`), noUrl);
  }
});

test('leaves a failure alone that is permitted, unless nobody could use the portal then', () => {
  const permitted = plugin =>
    failedPart(
      `Plugin '${plugin}' threw an error during startup, but boot failure is permitted for this plugin so startup will continue.`,
    );
  assert.equal(findStartupFailure(permitted('search')), undefined);
  assert.equal(findStartupFailure(permitted('velero')), noUrl);
});

test('takes a rejection for the end only before the plugins begin', () => {
  const rejection = logLine(
    'error',
    'Unhandled rejection listen EADDRINUSE: address already in use 127.0.0.1:7007',
    'type="unhandledRejection" code="EADDRINUSE"',
  );
  assert.equal(
    findStartupFailure(rejection),
    'listen EADDRINUSE: address already in use 127.0.0.1:7007',
  );
  assert.equal(findStartupFailure(`${started}\n${rejection}`), undefined);
});

test('names what ended a process', () => {
  const crashes = {
    'Error: Failed to read config file at "/a.yaml", expected object at config root':
      'Failed to read config file at "/a.yaml", expected object at config root',
    'YAMLParseError: Map is not closed at line 4, column 1:\n\n  a: {\n      ^\n':
      'Map is not closed at line 4, column 1',
    "[Error: EISDIR: illegal operation on a directory, read] {\n  code: 'EISDIR'":
      'EISDIR: illegal operation on a directory, read',
    "Error [ERR_DLOPEN_FAILED]: wrong ELF class\n    at f (a.js:1:2) {\n  code: 'ERR'":
      'wrong ELF class',
  };
  for (const [text, expected] of Object.entries(crashes)) {
    assert.equal(findCrash(`a.js:70\n${text}\n\nNode.js v24.21.0\n`), expected);
  }
  assert.equal(findCrash('Terminated\n'), undefined);
});
