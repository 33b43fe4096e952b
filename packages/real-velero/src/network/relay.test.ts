import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { GuardedProcess } from '../processes/GuardedProcess';
import { eventually } from '../testing/eventually';
import { httpRequest } from './httpRequest';
import { findFreePort } from './ports';

// Processes start slowly on a machine that is busy with a cluster.
jest.setTimeout(30_000);

describe('relay', () => {
  const { signal } = new AbortController();

  it('passes on connections from a port through a socket to a port', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'relay-'));
    const server = http.createServer((_, response) => response.end('here'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const entry = await findFreePort();
    const relay = new GuardedProcess({
      line: [
        ...[process.execPath, path.join(__dirname, 'relay.ts')],
        ...[`relay.sock=${port}`, `${entry}=relay.sock`],
      ],
      env: {},
      folder,
      logFile: path.join(folder, 'log'),
    });
    const url = `http://127.0.0.1:${entry}`;
    await eventually(async () => {
      expect((await httpRequest({ url, signal })).body).toBe('here');
    });
    server.close();
    server.closeAllConnections();
    await expect(httpRequest({ url, signal })).rejects.toThrow('hang up');
    await relay.kill();
    await rm(folder, { recursive: true });
  });
});
