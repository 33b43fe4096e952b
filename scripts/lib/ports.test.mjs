import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { test } from 'node:test';
import { assertFree, findFreePort } from './ports.mjs';

async function occupy(host, context) {
  const server = net.createServer();
  await once(server.listen({ host, port: 0 }), 'listening');
  context.after(() => server.close());
  return server.address().port;
}

test('accepts a free port, and leaves it free', async () => {
  const port = await findFreePort();
  await assertFree(port, { setting: 'PORT', use: 'the portal' });
  await assertFree(port, { setting: 'PORT', use: 'the portal' });
});

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`refuses a port taken at ${host} and names the remedy`, async context => {
    const port = await occupy(host, context);
    await assert.rejects(
      assertFree(port, { setting: 'BACKEND_PORT', use: 'its backend' }),
      {
        name: 'UserError',
        message: new RegExp(
          `^Port ${port}, for its backend, is taken.*BACKEND_PORT=`,
        ),
      },
    );
  });
}

test('finds the preferred port only while it is free', async context => {
  const taken = await occupy('127.0.0.1', context);
  assert.notEqual(await findFreePort(taken), taken);
  const free = await findFreePort();
  assert.equal(await findFreePort(free), free);
});
