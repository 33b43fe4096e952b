import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { readClusterAddresses } from './ClusterAddresses';

const OBJECTS: Record<string, object[]> = {
  services: [
    {
      metadata: { namespace: 'minio', name: 'minio' },
      spec: { clusterIPs: ['10.96.0.7'], externalIPs: ['198.51.100.7'] },
      status: { loadBalancer: { ingress: [{ hostname: 'lb.example.com' }] } },
    },
    {
      metadata: { namespace: 'a', name: 'headless' },
      spec: { clusterIPs: ['None'], clusterIP: 'None' },
    },
    { metadata: { namespace: 'a', name: 'odd' }, spec: { clusterIPs: 7 } },
    { metadata: { namespace: 'a', name: 'bare' } },
    {
      metadata: { namespace: 'a', name: 'alias' },
      spec: { type: 'ExternalName', externalName: 's3.partner.example.com' },
    },
  ],
  ingresses: [
    {
      metadata: { namespace: 'minio', name: 'front' },
      spec: {
        rules: [{ host: 's3.example.com' }, {}],
        tls: [{ hosts: ['s3-too.example.com'] }],
      },
      status: { loadBalancer: { ingress: [{ ip: '198.51.100.8' }] } },
    },
  ],
  nodes: [
    {
      metadata: { name: 'one' },
      status: { addresses: [{ type: 'InternalIP', address: '10.0.0.1' }] },
    },
  ],
};

function connectionTo(
  list: (resource: string) => object[],
): Pick<ClusterConnection, 'list'> {
  return {
    list: async ({ resource }) => ({
      items: list(resource) as never,
      resourceVersion: '1',
    }),
  };
}

function read(list: (resource: string) => object[]) {
  return readClusterAddresses(connectionTo(list) as ClusterConnection);
}

describe('readClusterAddresses', () => {
  it('finds where a cluster answers', async () => {
    await expect(read(resource => OBJECTS[resource])).resolves.toEqual({
      addresses: [
        {
          title: 'Service minio/minio',
          hosts: ['10.96.0.7', '198.51.100.7', 'lb.example.com'],
        },
        {
          title: 'Ingress minio/front',
          hosts: ['s3.example.com', 's3-too.example.com', '198.51.100.8'],
        },
      ],
      nodeAddresses: ['10.0.0.1'],
    });
  });

  it('leaves out what the portal may not read, and names it', async () => {
    const answer = read(resource => {
      if (resource !== 'nodes') {
        throw new ClusterError('forbidden', 'No');
      }
      return OBJECTS.nodes;
    });
    await expect(answer).resolves.toEqual({
      addresses: [],
      nodeAddresses: ['10.0.0.1'],
      unlistedAddresses: ['ingresses', 'services'],
    });
  });

  it('misses nothing in a cluster that does not know ingresses', async () => {
    const answer = read(resource => {
      if (resource === 'ingresses') {
        throw new ClusterError('not-served', 'No such kind');
      }
      return [];
    });
    await expect(answer).resolves.toEqual({ addresses: [], nodeAddresses: [] });
  });

  it('does not take trouble for nothing being there', async () => {
    const answer = read(() => {
      throw new ClusterError('unreachable', 'Away');
    });
    await expect(answer).rejects.toThrow('Away');
  });
});
