import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { forwardPort } from './forward.mjs';
import { findFreePort } from './ports.mjs';

async function startForwarding(context, handle) {
  const server = net.createServer({ allowHalfOpen: true }, handle);
  await once(server.listen({ host: '127.0.0.1', port: 0 }), 'listening');
  const from = await findFreePort();
  const stop = await forwardPort({ from, to: server.address().port });
  context.after(async () => {
    await stop();
    server.close();
  });
  return { from, stop };
}

const connect = (port, options) =>
  net.connect({ host: '127.0.0.1', port, ...options });

const closed = socket => new Promise(resolve => socket.once('close', resolve));

test('passes both directions on, also after one side has ended its half', async context => {
  const { from } = await startForwarding(context, async socket => {
    const asked = await text(socket);
    socket.end(`you said ${asked}`);
  });
  const client = connect(from, { allowHalfOpen: true });
  client.end('hello');
  assert.equal(await text(client), 'you said hello');
});

test('ends the client when the server breaks off', async context => {
  const { from } = await startForwarding(context, socket => {
    socket.write('half an');
    socket.once('data', () => socket.resetAndDestroy());
  });
  const client = connect(from);
  client.on('error', () => {});
  client.once('data', () => client.write('go on'));
  await closed(client);
});

test('ends the server when the client breaks off', async context => {
  const end = Promise.withResolvers();
  const { from } = await startForwarding(context, socket => {
    socket.on('error', () => {});
    socket.once('close', end.resolve);
    socket.write('welcome');
  });
  const client = connect(from);
  client.once('data', () => client.resetAndDestroy());
  await end.promise;
});

test('ends a client when nothing listens behind', async context => {
  const from = await findFreePort();
  const stop = await forwardPort({ from, to: await findFreePort() });
  context.after(stop);
  const client = connect(from);
  client.on('error', () => {});
  await closed(client);
});

test('ends open connections when it stops', async context => {
  const { from, stop } = await startForwarding(context, socket => {
    socket.on('error', () => {});
    socket.write('welcome');
  });
  const client = connect(from);
  client.on('error', () => {});
  await once(client, 'data');
  const end = closed(client);
  await stop();
  await end;
});
