import { once } from 'node:events';
import net, { AddressInfo } from 'node:net';
import { assertVeleroPortFree } from './assertVeleroPortFree';
import { findFreePort } from './ports';

describe('assertVeleroPortFree', () => {
  it('names a port in use, and why that matters', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const check = assertVeleroPortFree('no namespace can be made', port);
    await expect(check).rejects.toThrow(
      new RegExp(`Port ${port},.* is in use: .* no namespace can be made`),
    );
    server.close();
  });

  it('is content with a free one', async () => {
    const port = await findFreePort();
    await expect(assertVeleroPortFree('', port)).resolves.toBeUndefined();
  });
});
