import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { isNamespaceName } from './velero/isNamespaceName';

/**
 * Entity annotation that claims namespaces: `cluster/namespace[,cluster/namespace…]`.
 *
 * @public
 */
export const VELERO_NAMESPACES_ANNOTATION = 'velero.io/namespaces';

/** Entity annotation of the Kubernetes plugin that claims one namespace. @public */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';

/** Entity annotation of the Kubernetes plugin that limits the claim to one cluster. @public */
export const KUBERNETES_CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';

/**
 * Entity annotation that says how old the last good copy may be: a Go duration (`24h`) or one of ISO 8601 (`P1D`).
 *
 * @public
 */
export const VELERO_RPO_ANNOTATION = 'velero.io/rpo';

/**
 * Entity annotation that names a tier of the configuration, which says how old the last good copy may be.
 *
 * @public
 */
export const VELERO_TIER_ANNOTATION = 'velero.io/tier';

/**
 * Annotation on a Namespace object in the cluster that names its owners, as comma-separated entity references. It is
 * the proof that an entity's claim is rightful, and only a cluster's administrators can write it.
 *
 * @public
 */
export const NAMESPACE_OWNER_ANNOTATION = 'backstage.io/owner';

/** Annotations on a Backup that the portal made: who asked for it, for which entity, and by which request. @public */
export const BACKUP_ANNOTATIONS = {
  requestedBy: 'backstage.io/requested-by',
  entityRef: 'backstage.io/entity-ref',
  requestId: 'backstage.io/request-id',
} as const;

/** Annotation on a Secret that the portal wrote, which names the operation. @public */
export const VELERO_OPERATION_ANNOTATION = 'backstage.io/velero-operation';

/** Annotations on a Restore that the portal made: who asked for it, by which request, and what was agreed to. @public */
export const RESTORE_ANNOTATIONS = {
  requestedBy: 'backstage.io/requested-by',
  requestId: 'backstage.io/request-id',
  /** Who agreed, separated by commas; absent where nobody had to. */
  approvedBy: 'backstage.io/approved-by',
  /** SHA-256 of what was agreed to, as hexadecimal digits. */
  agreedTo: 'backstage.io/velero-agreed-to',
} as const;

/**
 * A namespace that an entity says is its own. Without a cluster it means the namespace of that name in every cluster.
 *
 * @public
 */
export interface NamespaceClaim {
  cluster?: string;
  namespace: string;
}

/** True when the entity claims at least one namespace. @public */
export function isVeleroAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return Boolean(
    annotations[VELERO_NAMESPACES_ANNOTATION] ||
      annotations[KUBERNETES_NAMESPACE_ANNOTATION],
  );
}

/**
 * Lists what an entity claims by its annotations; empty when it has none.
 *
 * @throws InputError when an annotation cannot be read; the message quotes the part that is wrong.
 * @public
 */
export function namespaceClaimsOf(entity: Entity): NamespaceClaim[] {
  const annotations = entity.metadata.annotations ?? {};
  const own = annotations[VELERO_NAMESPACES_ANNOTATION];
  if (own) {
    return uniqueClaims(own.split(',').map(parseClaim));
  }
  const namespace = annotations[KUBERNETES_NAMESPACE_ANNOTATION]?.trim();
  if (!namespace) {
    return [];
  }
  assertNamespaceName(namespace, KUBERNETES_NAMESPACE_ANNOTATION);
  const cluster = annotations[KUBERNETES_CLUSTER_ANNOTATION]?.trim();
  if (cluster) {
    assertClusterName(cluster, KUBERNETES_CLUSTER_ANNOTATION);
  }
  return [{ ...(cluster && { cluster }), namespace }];
}

function parseClaim(text: string): NamespaceClaim {
  const parts = text.trim().split('/');
  if (parts.length !== 2 || !parts[0] || !parts[1]) {
    throw new InputError(
      `Annotation ${VELERO_NAMESPACES_ANNOTATION} has the entry '${text.trim()}', expected '<cluster>/<namespace>'`,
    );
  }
  assertClusterName(parts[0], VELERO_NAMESPACES_ANNOTATION);
  assertNamespaceName(parts[1], VELERO_NAMESPACES_ANNOTATION);
  return { cluster: parts[0], namespace: parts[1] };
}

/** Claims become part of a command that an administrator is asked to run, so they must not hold more than a name. */
function assertClusterName(name: string, annotation: string) {
  if (!/^[A-Za-z0-9][\w.:@-]{0,252}$/.test(name)) {
    throw new InputError(
      `Annotation ${annotation} names '${name}', which is no name of a cluster`,
    );
  }
}

function assertNamespaceName(name: string, annotation: string) {
  if (!isNamespaceName(name)) {
    throw new InputError(
      `Annotation ${annotation} names '${name}', which is no name of a Kubernetes namespace`,
    );
  }
}

function uniqueClaims(claims: NamespaceClaim[]): NamespaceClaim[] {
  const byKey = new Map(
    claims.map(claim => [`${claim.cluster}/${claim.namespace}`, claim]),
  );
  return [...byKey.values()];
}
