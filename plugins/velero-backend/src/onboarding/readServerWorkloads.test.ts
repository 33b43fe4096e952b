import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { readServerWorkloads } from './readServerWorkloads';

/** What is read where the cluster has these objects; an error is thrown. */
function read(objects: { deployments: object; daemonsets: object }) {
  const connection = {
    get: async ({ resource }: { resource: 'deployments' | 'daemonsets' }) => {
      const found = objects[resource];
      if (found instanceof Error) {
        throw found;
      }
      return found;
    },
  } as unknown as ClusterConnection;
  return readServerWorkloads({ namespace: 'velero', connection });
}

function deploymentWith(container: object, initContainers?: unknown) {
  const containers = [{ name: 'sidecar', env: [{ name: 'TZ', value: 'X' }] }];
  return {
    metadata: {},
    spec: {
      template: {
        spec: {
          initContainers,
          containers: [...containers, { name: 'velero', ...container }],
        },
      },
    },
  };
}

const FORBIDDEN = new ClusterError('forbidden', 'no');
const NOT_FOUND = new ClusterError('not-found', 'no');
const DAEMON_SET = { metadata: {}, status: { desiredNumberScheduled: 3 } };

describe('readServerWorkloads', () => {
  it('reads images of plugins, the zone and the node agent', async () => {
    const env = [{ name: 'TZ', value: 'Europe/Berlin' }];
    const plugins = [
      { name: 'aws', image: 'velero/velero-plugin-for-aws:v1.14.1' },
      { name: 'odd', image: 7 },
    ];
    expect(
      await read({
        deployments: deploymentWith({ env }, plugins),
        daemonsets: DAEMON_SET,
      }),
    ).toEqual({
      pluginImages: ['velero/velero-plugin-for-aws:v1.14.1'],
      zone: 'Europe/Berlin',
      nodeAgent: true,
    });
  });

  it.each<[string, object, string | undefined]>([
    ['nothing said', {}, 'UTC'],
    ['an empty text', { env: [{ name: 'TZ' }] }, 'UTC'],
    ['a ConfigMap', { env: [{ name: 'TZ', valueFrom: {} }] }, undefined],
    ['all of a ConfigMap', { envFrom: [{}] }, undefined],
    [
      'the clock of the node',
      { volumeMounts: [{ mountPath: '/etc/localtime' }] },
      undefined,
    ],
    ['another name of a container', { name: 'server' }, undefined],
  ])('of %s takes the zone %s', async (_title, container, zone) => {
    const deployments = deploymentWith(container);
    const found = await read({ deployments, daemonsets: NOT_FOUND });
    expect(found.zone).toBe(zone);
  });

  it.each<[string, object, boolean | undefined]>([
    ['one with pods', DAEMON_SET, true],
    ['one that tells nothing yet', { metadata: {} }, true],
    [
      'one that fits no node',
      { metadata: {}, status: { desiredNumberScheduled: 0 } },
      false,
    ],
    ['none', NOT_FOUND, false],
    ['one that must not be read', FORBIDDEN, undefined],
    ['no answer', new ClusterError('unreachable', 'no'), undefined],
  ])('of %s takes the node agent for %s', async (_title, daemonsets, told) => {
    const found = await read({ deployments: deploymentWith({}), daemonsets });
    expect(found.nodeAgent).toBe(told);
  });

  it.each([[FORBIDDEN], [NOT_FOUND], [{ metadata: {} }], [{ spec: [] }]])(
    'knows nothing of the server by %j',
    async deployments => {
      const found = await read({ deployments, daemonsets: FORBIDDEN });
      expect(found).toEqual(
        deployments instanceof Error ? {} : { pluginImages: [] },
      );
    },
  );
});
