import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { sandboxLoader } from './sandboxLoader';

async function findFreePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function listBackups(port: number, token: string) {
  const path = '/clusters/eu-west/apis/velero.io/v1/backups?limit=1';
  return fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

describe('sandboxLoader', () => {
  it('runs simulated clusters as long as the backend runs', async () => {
    const port = await findFreePort();
    const tokens = { admin: 'an-admin', portal: 'a-portal' };
    const backend = await startTestBackend({
      features: [
        sandboxLoader,
        mockServices.rootConfig.factory({
          data: { sandbox: { port, tokens } },
        }),
      ],
    });

    const answer = await listBackups(port, tokens.portal);
    expect(answer.status).toBe(200);
    const { items } = await answer.json();
    expect(items).toHaveLength(1);
    expect((await listBackups(port, 'somebody')).status).toBe(401);

    await backend.stop();
    await expect(listBackups(port, tokens.portal)).rejects.toThrow();
  });
});
