import { once } from 'node:events';
import { createServer, get, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { whileReading } from './whileReading';

describe('whileReading', () => {
  it('ends the work of a reader who has left before it began', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const request = get({ host: '127.0.0.1', port });
    request.on('error', () => undefined);
    const [, response]: [unknown, ServerResponse] = (await once(
      server,
      'request',
    )) as never;
    request.destroy();
    await once(response, 'close');

    const answer = jest.fn(async (signal: AbortSignal) => {
      signal.throwIfAborted();
      throw new Error('This reader is answered');
    });
    await whileReading(response, answer);
    expect(answer).toHaveBeenCalledTimes(1);
    server.close();
  });
});
