import { createHash } from 'node:crypto';
import { ClusterApi } from '../api/ClusterApi';
import { resourceTypeOf } from '../api/ResourceType';
import { ControllerContext } from './ControllerContext';

const ROOT_CERTIFICATE = 'kube-root-ca.crt';
const DEFAULT_ACCOUNT = 'default';
const NAMESPACES = resourceTypeOf('namespaces');

/** Puts into every namespace what is in all of them: the root certificate of the cluster and an account. */
export function startNamespaceContents(context: ControllerContext) {
  const { store } = context.api;
  for (const { key } of [...store.collection(NAMESPACES).values()]) {
    fill(key, context);
  }
  const stops = [
    store.collection(NAMESPACES).subscribe(({ type, object }) => {
      if (type === 'ADDED') {
        fill(object.key, context);
      }
    }),
    ...(['configmaps', 'serviceaccounts'] as const).map(resource =>
      store.collection(resource).subscribe(({ type, object }) => {
        const { namespace } = object.object.metadata;
        if (type === 'DELETED' && namespace) {
          refill(namespace, context);
        }
      }),
    ),
  ];
  return () => stops.forEach(stop => stop());
}

/** What somebody removes comes back as long as the namespace is there. */
function refill(name: string, context: ControllerContext) {
  const namespace = context.api.find({ type: NAMESPACES, name });
  if (namespace && !namespace.object.metadata.deletionTimestamp) {
    fill(name, context);
  }
}

function fill(namespace: string, { api, clusterName }: ControllerContext) {
  createMissing(api, 'configmaps', namespace, {
    metadata: {
      name: ROOT_CERTIFICATE,
      annotations: {
        'kubernetes.io/description':
          'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
      },
    },
    data: { 'ca.crt': certificateOf(clusterName) },
  });
  createMissing(api, 'serviceaccounts', namespace, {
    metadata: { name: DEFAULT_ACCOUNT },
  });
}

function createMissing(
  api: ClusterApi,
  resource: 'configmaps' | 'serviceaccounts',
  namespace: string,
  object: { metadata: { name: string } & Record<string, unknown> } & Record<
    string,
    unknown
  >,
) {
  const type = resourceTypeOf(resource);
  const { name } = object.metadata;
  if (!api.find({ type, name, namespace })) {
    api.create(type, namespace, object, { manager: 'kube-controller-manager' });
  }
}

/** Looks like a certificate and differs from cluster to cluster; nobody verifies anything with it. */
function certificateOf(clusterName: string): string {
  const bytes = Array.from({ length: 12 }, (_, index) =>
    createHash('sha384').update(`${clusterName} ${index}`).digest('base64'),
  );
  return `-----BEGIN CERTIFICATE-----\n${bytes.join(
    '\n',
  )}\n-----END CERTIFICATE-----\n`;
}
