import type { SandboxCluster } from 'velero-sandbox';
import { ConnectionLimits } from '../../clusters/http/ConnectionLimits';
import { HttpClusterConnection } from '../../clusters/HttpClusterConnection';
import { DirectTransport } from '../../clusters/transport/DirectTransport';

/** A connection over HTTP to a cluster of the sandbox, with the rights of a portal. */
export function connectTo(
  cluster: SandboxCluster,
  options: { token?: string; limits?: Partial<ConnectionLimits> } = {},
): { connection: HttpClusterConnection; close(): Promise<void> } {
  const { token = cluster.tokens.portal, limits } = options;
  const transport = new DirectTransport({
    url: new URL(cluster.url),
    readToken: async () => token,
    trust: { readCa: async () => undefined, skipVerify: false },
    configKey: 'velero.clusters[0]',
  });
  return {
    connection: new HttpClusterConnection({ transport, limits }),
    close: () => transport.close(),
  };
}
