import { once } from 'node:events';
import http from 'node:http';
import net, { AddressInfo } from 'node:net';
import { FaultProxy } from './FaultProxy';
import { httpRequest } from './httpRequest';
import { findFreePort } from './ports';

describe('FaultProxy', () => {
  const { signal } = new AbortController();
  let server: http.Server;
  let proxy: FaultProxy;

  beforeEach(async () => {
    server = http.createServer((request, response) => {
      response.write('begin ');
      if (request.url === '/') {
        response.end('end');
      }
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    proxy = await FaultProxy.start(portOf(server));
  });

  afterEach(() => {
    proxy.close();
    server.closeAllConnections();
    server.close();
  });

  function portOf(listener: net.Server) {
    return (listener.address() as AddressInfo).port;
  }

  function ask(port = proxy.port) {
    return httpRequest({ url: `http://127.0.0.1:${port}/`, signal });
  }

  async function openStream() {
    const request = http.get(`http://127.0.0.1:${proxy.port}/stream`);
    const [response] = await once(request, 'response');
    const [data] = await once(response, 'data');
    expect(String(data)).toBe('begin ');
    return response as http.IncomingMessage;
  }

  it('passes on what is asked and answered', async () => {
    expect((await ask()).body).toBe('begin end');
  });

  it('cuts what is open and takes what is new', async () => {
    const stream = await openStream();
    proxy.cut();
    const [error] = await once(stream, 'error');
    expect(error.code).toBe('ECONNRESET');
    expect((await ask()).body).toBe('begin end');
  });

  it('refuses until it is cleared', async () => {
    const stream = await openStream();
    proxy.refuse();
    await once(stream, 'error');
    await expect(ask()).rejects.toThrow('ECONNRESET');
    proxy.clear();
    expect((await ask()).body).toBe('begin end');
  });

  it('holds back answers', async () => {
    const order: string[] = [];
    proxy.delay(1_500);
    const delayed = ask().then(() => order.push('delayed'));
    await ask(portOf(server)).then(() => order.push('direct'));
    await delayed;
    expect(order).toEqual(['direct', 'delayed']);
  });

  it('resets connections when nobody listens behind it', async () => {
    const orphan = await FaultProxy.start(await findFreePort());
    await expect(ask(orphan.port)).rejects.toThrow('ECONNRESET');
    orphan.close();
  });
});
