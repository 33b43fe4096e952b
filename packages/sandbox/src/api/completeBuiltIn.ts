import { isRecord, KubernetesObject } from './KubernetesObject';
import { ResourceName, ResourceType } from './ResourceType';

type Completion = (object: KubernetesObject) => Partial<KubernetesObject>;

const ACTIVE = { phase: 'Active' };
const PENDING = { phase: 'Pending' };

/** What an API server fills in by itself where a built-in kind leaves it open, as far as clients look at it. */
const COMPLETIONS: Partial<Record<ResourceName, Completion>> = {
  namespaces: ({ metadata, spec, status }) => ({
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        'kubernetes.io/metadata.name': metadata.name,
      },
    },
    spec: spec ?? { finalizers: ['kubernetes'] },
    status: status ?? ACTIVE,
  }),
  secrets: ({ data, stringData, type = 'Opaque' }) => ({
    ...(data || stringData
      ? { data: { ...asRecord(data), ...encoded(stringData) } }
      : {}),
    stringData: undefined,
    type,
  }),
  pods: ({ status }) => ({ status: status ?? PENDING }),
  persistentvolumeclaims: ({ status }) => ({ status: status ?? PENDING }),
  persistentvolumes: ({ status }) => ({ status: status ?? PENDING }),
  services: ({ spec, status }) => ({
    spec: { type: 'ClusterIP', sessionAffinity: 'None', ...asRecord(spec) },
    status: status ?? { loadBalancer: {} },
  }),
  deployments: ({ spec, status }) => ({
    spec: { replicas: 1, ...asRecord(spec) },
    status: status ?? {},
  }),
  statefulsets: ({ spec, status }) => ({
    spec: { replicas: 1, ...asRecord(spec) },
    status: status ?? { replicas: 0 },
  }),
  rolebindings: withSubjectGroups,
  clusterrolebindings: withSubjectGroups,
};

export function completeBuiltIn(
  { plural }: ResourceType,
  object: KubernetesObject,
): KubernetesObject {
  const complete = COMPLETIONS[plural as ResourceName];
  const filled = complete ? { ...object, ...complete(object) } : object;
  return Object.fromEntries(
    Object.entries(filled).filter(([, value]) => value !== undefined),
  ) as KubernetesObject;
}

function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function encoded(stringData: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(asRecord(stringData)).map(([key, text]) => [
      key,
      Buffer.from(String(text)).toString('base64'),
    ]),
  );
}

function withSubjectGroups({ subjects }: KubernetesObject) {
  const apiGroup = 'rbac.authorization.k8s.io';
  return Array.isArray(subjects)
    ? {
        subjects: subjects.map(subject =>
          subject.kind === 'ServiceAccount'
            ? subject
            : { apiGroup, ...subject },
        ),
      }
    : {};
}
