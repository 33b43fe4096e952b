import { stableNumber } from './stableNumber';
import { BackupSpec } from './VeleroObjects';

/** Something that lives in a namespace, so that a backup has something to take. */
export interface NamespaceItem {
  /** As resource lists name it: `apps/v1/Deployment`. */
  groupKind: string;
  /** As filters name it: `deployments`. */
  plural: string;
  namespace: string;
  name: string;
  labels: Record<string, string>;
}

const SYSTEM_NAMESPACES = /^(default|kube-|velero)/;

const PLURALS: Record<string, string> = {
  'v1/Namespace': 'namespaces',
  'v1/ConfigMap': 'configmaps',
  'v1/Secret': 'secrets',
  'v1/Service': 'services',
  'v1/ServiceAccount': 'serviceaccounts',
  'v1/Pod': 'pods',
  'v1/PersistentVolumeClaim': 'persistentvolumeclaims',
  'apps/v1/Deployment': 'deployments',
  'apps/v1/StatefulSet': 'statefulsets',
};

/** What a namespace holds, derived from its name: the simulated cluster runs no workloads. */
export function contentsOf(namespace: string): NamespaceItem[] {
  const item = (groupKind: string, name: string, tier = 'app') => ({
    groupKind,
    plural: PLURALS[groupKind],
    namespace,
    name,
    labels: { app: namespace, tier },
  });
  const basics = [
    item('v1/Namespace', namespace),
    item('v1/ConfigMap', 'kube-root-ca.crt'),
    item('v1/ServiceAccount', 'default'),
  ];
  return SYSTEM_NAMESPACES.test(namespace)
    ? basics
    : [
        ...basics,
        ...numbered(`${namespace}-config`, 40).map(name =>
          item('v1/ConfigMap', name),
        ),
        item('v1/Secret', `${namespace}-credentials`),
        item('v1/Secret', `${namespace}-tls`),
        item('v1/Service', `${namespace}-api`),
        item('apps/v1/Deployment', `${namespace}-api`),
        ...numbered(`${namespace}-api`, 8).map(name => item('v1/Pod', name)),
        item('apps/v1/StatefulSet', `${namespace}-db`, 'database'),
        item('v1/Pod', `${namespace}-db-0`, 'database'),
        item('v1/PersistentVolumeClaim', `data-${namespace}-db-0`, 'database'),
      ];
}

/** Names with numbers, a few at least and as many as the limit at most. */
function numbered(prefix: string, limit: number): string[] {
  const length = 3 + stableNumber(prefix, limit - 2);
  return Array.from({ length }, (_, index) => `${prefix}-${index}`);
}

/** The part of the namespaces' contents that a backup takes. */
export function selectContents(
  spec: BackupSpec,
  namespaces: string[],
): NamespaceItem[] {
  const included =
    spec.includedResources ?? spec.includedNamespaceScopedResources ?? [];
  const excluded = [
    ...(spec.excludedResources ?? []),
    ...(spec.excludedNamespaceScopedResources ?? []),
  ];
  return namespaces
    .flatMap(contentsOf)
    .filter(
      ({ plural }) =>
        (included.length === 0 ||
          included.includes('*') ||
          included.includes(plural)) &&
        !excluded.includes(plural),
    )
    .filter(item => matchesSelectors(spec, item));
}

function matchesSelectors(spec: BackupSpec, { labels }: NamespaceItem) {
  const selectors = [
    ...(spec.labelSelector ? [spec.labelSelector] : []),
    ...(spec.orLabelSelectors ?? []),
  ];
  return (
    selectors.length === 0 ||
    selectors.some(({ matchLabels = {} }) =>
      Object.entries(matchLabels).every(
        ([key, value]) => labels[key] === value,
      ),
    )
  );
}
