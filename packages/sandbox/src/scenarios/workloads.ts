import { KubernetesObject } from '../api/KubernetesObject';
import {
  apiVersionOf,
  ResourceName,
  resourceTypeOf,
} from '../api/ResourceType';
import { SandboxCluster } from '../SandboxCluster';
import { stableNumber } from '../velero/stableNumber';

/** An object of a workload, and which resource it is. */
export interface WorkloadObject {
  resource: ResourceName;
  object: KubernetesObject;
}

const NODE = 'node-1';

type Body = Record<string, unknown>;

/** An application with a database, in the namespace of its name; the same for the same name. */
function workloadOf(namespace: string): WorkloadObject[] {
  const app = `${namespace}-api`;
  const database = `${namespace}-db`;
  const make = (resource: ResourceName, name: string, body: Body = {}) =>
    workloadObject(resource, { namespace, name, tier: 'app', body });
  const makeDatabase = (resource: ResourceName, name: string, body: Body) =>
    workloadObject(resource, { namespace, name, tier: 'database', body });
  return [
    ...numbered(`${namespace}-config`, 40).map(name =>
      make('configmaps', name, { data: { 'application.yaml': name } }),
    ),
    make('secrets', `${namespace}-credentials`, secret('password')),
    make('secrets', `${namespace}-tls`, secret('tls.key')),
    make('services', app, { spec: { ports: [{ port: 80 }] } }),
    make('deployments', app, { spec: controllerSpec(app) }),
    ...numbered(app, 8).map(name => make('pods', name, podBody())),
    makeDatabase('statefulsets', database, { spec: controllerSpec(database) }),
    makeDatabase('pods', `${database}-0`, databasePod(`data-${database}-0`)),
    makeDatabase('persistentvolumeclaims', `data-${database}-0`, {
      spec: { volumeName: `pvc-${namespace}-0`, storageClassName: 'standard' },
      status: { phase: 'Bound' },
    }),
    workloadObject('persistentvolumes', {
      name: `pvc-${namespace}-0`,
      tier: 'database',
      body: volume(namespace, `data-${database}-0`),
    }),
  ];
}

/** Puts a workload into a cluster. */
export function addWorkload({ objects }: SandboxCluster, namespace: string) {
  for (const { resource, object } of workloadOf(namespace)) {
    objects.put(resource, object);
  }
}

/** What was in a namespace once, with what is in all of them. */
export function pastContents(namespace: string): KubernetesObject[] {
  return [
    workloadObject('namespaces', { name: namespace, body: {} }),
    workloadObject('configmaps', {
      name: 'kube-root-ca.crt',
      namespace,
      body: { data: { 'ca.crt': '' } },
    }),
    workloadObject('serviceaccounts', {
      name: 'default',
      namespace,
      body: {},
    }),
    ...(isSystem(namespace) ? [] : workloadOf(namespace)),
  ].map(({ object }) => object);
}

/** Copies the volumes of pods on the one node. */
export function nodeAgent(veleroNamespace: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'node-agent-x7k2p',
      namespace: veleroNamespace,
      labels: { name: 'node-agent', role: 'node-agent' },
    },
    ...podBody(),
  };
}

function isSystem(namespace: string): boolean {
  return /^(default|kube-|velero)/.test(namespace);
}

function workloadObject(
  resource: ResourceName,
  options: { name: string; namespace?: string; tier?: string; body: Body },
): WorkloadObject {
  const { name, namespace, tier, body } = options;
  const type = resourceTypeOf(resource);
  const app = namespace ?? name.replace(/^pvc-|-\d+$/g, '');
  const metadata = {
    name,
    ...(namespace && { namespace }),
    ...(tier && { labels: { app, tier } }),
    ...(resource === 'pods' &&
      tier === 'database' && {
        annotations: { 'backup.velero.io/backup-volumes': 'data' },
      }),
  };
  const { kind } = type;
  const apiVersion = apiVersionOf(type);
  return { resource, object: { apiVersion, kind, metadata, ...body } };
}

/** Names with numbers, a few at least and as many as the limit at most. */
function numbered(prefix: string, limit: number): string[] {
  const length = 3 + stableNumber(prefix, limit - 2);
  return Array.from({ length }, (_, index) => `${prefix}-${index}`);
}

function secret(key: string): Body {
  const value = Buffer.from('of the demo').toString('base64');
  return { type: 'Opaque', data: { [key]: value } };
}

function controllerSpec(name: string): Body {
  const containers = [{ name: 'main', image: 'example/app:1' }];
  return {
    replicas: 1,
    selector: { matchLabels: { name } },
    template: { metadata: { labels: { name } }, spec: { containers } },
  };
}

function podBody(): Body {
  return {
    spec: {
      nodeName: NODE,
      containers: [{ name: 'main', image: 'example/app:1' }],
    },
    status: { phase: 'Running' },
  };
}

function databasePod(claimName: string): Body {
  return {
    spec: {
      nodeName: NODE,
      containers: [{ name: 'main', image: 'example/database:1' }],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
    },
    status: { phase: 'Running' },
  };
}

function volume(namespace: string, claim: string): Body {
  return {
    spec: {
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: 'standard',
      claimRef: { namespace, name: claim },
    },
    status: { phase: 'Bound' },
  };
}
