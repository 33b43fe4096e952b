import { SandboxCluster } from '../SandboxCluster';
import { VELERO_VERSION } from '../velero/veleroVersion';

/** Puts in what every cluster with Velero has: the namespaces and Velero's Deployment. */
export function installVelero({ objects, veleroNamespace }: SandboxCluster) {
  for (const name of ['default', 'kube-system', veleroNamespace]) {
    objects.put('namespaces', {
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }
  objects.put('deployments', veleroDeployment(veleroNamespace));
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
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
    status: { replicas: 1, readyReplicas: 1, availableReplicas: 1 },
  };
}
