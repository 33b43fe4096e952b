import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePort, parseStartOptions } from './startOptions.mjs';

const parse = (args, env = {}) =>
  parseStartOptions({ args, env, cwd: '/home/me' });

test('starts the sandbox on the usual ports by default', () => {
  assert.deepEqual(parse([]), {
    isHelpWanted: false,
    configs: [],
    port: 3000,
    backendPort: 7007,
    preferredSandboxPort: 7008,
  });
});

test('reads configuration files relative to where the user is', () => {
  const { configs } = parse([
    '--config',
    'mine.yaml',
    '--config',
    '/etc/b.yaml',
  ]);
  assert.deepEqual(configs, ['/home/me/mine.yaml', '/etc/b.yaml']);
});

test('prefers flags over the environment', () => {
  const env = { PORT: '4000', BACKEND_PORT: '4001' };
  const { port, backendPort } = parse(['--port', '5000'], env);
  assert.deepEqual({ port, backendPort }, { port: 5000, backendPort: 4001 });
});

test('says in one sentence what is wrong with an argument', () => {
  assert.throws(() => parse(['--fast']), {
    name: 'UserError',
    message: "Unknown option '--fast'; usage: npm start -- --help",
  });
  assert.throws(() => parse(['mine.yaml']), /Unexpected argument 'mine.yaml'/);
  assert.throws(
    () => parse(['--config']),
    /'--config <value>' argument missing/,
  );
});

test('refuses one port for both', () => {
  assert.throws(() => parse(['--port', '7007']), {
    name: 'UserError',
    message: /both 7007/,
  });
});

test('takes only numbers of ports', () => {
  assert.equal(parsePort('65535', 'PORT'), 65535);
  for (const text of ['', '0', '65536', '-1', '80a', '1e3', ' 80', '3.5']) {
    assert.throws(() => parsePort(text, 'PORT'), /^UserError: PORT is/, text);
  }
});
