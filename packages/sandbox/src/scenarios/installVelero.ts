import { SandboxCluster } from '../SandboxCluster';
import { VELERO_VERSION } from '../velero/veleroVersion';

/** The plugins that the server status names, too. */
const PLUGINS = ['aws:v1.14.3', 'gcp:v1.14.3'].map(plugin => ({
  name: `velero-velero-plugin-for-${plugin.split(':')[0]}`,
  image: `velero/velero-plugin-for-${plugin}`,
}));

/** Puts in what every cluster with Velero has: the namespaces, Velero's Deployment and its node agent. */
export function installVelero({ objects, veleroNamespace }: SandboxCluster) {
  for (const name of ['default', 'kube-system', veleroNamespace]) {
    objects.put('namespaces', {
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }
  objects.put('deployments', veleroDeployment(veleroNamespace));
  objects.put('daemonsets', nodeAgent(veleroNamespace));
}

function veleroDeployment(namespace: string) {
  const labels = { component: 'velero', deploy: 'velero' };
  const container = {
    name: 'velero',
    image: `velero/velero:${VELERO_VERSION}`,
    command: ['/velero'],
    args: ['server', '--features='],
  };
  return {
    metadata: { name: 'velero', namespace, labels, generation: 1 },
    spec: {
      replicas: 1,
      selector: { matchLabels: { deploy: 'velero' } },
      template: {
        metadata: { labels },
        spec: { initContainers: PLUGINS, containers: [container] },
      },
    },
    status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 },
  };
}

/** One node has a pod of it. */
function nodeAgent(namespace: string) {
  const labels = { component: 'velero', role: 'node-agent' };
  const container = {
    name: 'node-agent',
    image: `velero/velero:${VELERO_VERSION}`,
    command: ['/velero'],
    args: ['node-agent', 'server'],
  };
  return {
    metadata: { name: 'node-agent', namespace, labels, generation: 1 },
    spec: {
      selector: { matchLabels: { name: 'node-agent' } },
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
    status: { desiredNumberScheduled: 1, numberReady: 1 },
  };
}
