import { namesResource } from '../policy/kindPattern';
import { ServedKind } from '../RestoreSnapshot';

/**
 * Kinds that lie there and do nothing. Everything else may act by itself or reach outside: workloads take work from
 * queues of production; Services, Ingresses and routes take addresses and host names; and what a custom resource has its
 * controller do nobody knows, be it to run pods or to order a certificate.
 */
const INERT = [
  'configmaps',
  'secrets',
  'serviceaccounts',
  'persistentvolumeclaims',
  // Without them Velero puts no data of CSI snapshots into claims.
  'volumesnapshots.snapshot.storage.k8s.io',
  'podtemplates',
  'poddisruptionbudgets.policy',
];

/** True for a kind that a drill restores although nothing of it may run. */
export function isInertKind(kind: ServedKind): boolean {
  return namesResource(INERT, kind);
}
