import { NAMESPACE_OWNER_ANNOTATION } from '../../annotations';
import { isNamespaceName } from '../../velero/isNamespaceName';
import { isNamespacePattern } from '../../velero/namespaceSelection';
import { Finding, quoted, refusal } from '../../input/Finding';
import { DraftCluster, TenantDraft } from '../TenantDraft';

/** A tenant gets backups of what is proven to be its own, the platform of everything. */
export function checkNamespaces(draft: TenantDraft): Finding[] {
  return draft.request.scope === 'platform'
    ? checkPlatform(draft)
    : draft.clusters.flatMap(checkTenantNamespaces);
}

function checkPlatform({ clusters, fleet }: TenantDraft): Finding[] {
  const given = clusters.filter(({ request }) => request.namespaces);
  return [
    ...(fleet.mayOnboardPlatform
      ? []
      : [
          refusal(
            'scope-forbidden',
            'scope',
            'Scope platform takes the namespaces of everybody',
            'Choose scope tenant, or ask an administrator of the portal',
          ),
        ]),
    ...given.map(({ path }) =>
      refusal(
        'not-allowed',
        `${path}.namespaces`,
        'Scope platform takes all namespaces',
        'Remove the list, or choose scope tenant',
      ),
    ),
  ];
}

function checkTenantNamespaces(cluster: DraftCluster): Finding[] {
  const { path, request, name } = cluster;
  const namespaces = request.namespaces ?? [];
  if (namespaces.length === 0) {
    return [
      refusal(
        'missing',
        `${path}.namespaces`,
        `No namespace of cluster ${quoted(name)} is named`,
        'Name those of the tenant: an empty list would mean all to Velero',
      ),
    ];
  }
  return namespaces.flatMap((namespace, index) =>
    namespaces.indexOf(namespace) < index
      ? [
          refusal(
            'repeated',
            `${path}.namespaces[${index}]`,
            `Namespace ${quoted(namespace)} is named twice`,
            'Name it once',
          ),
        ]
      : namespaceProblem(cluster, namespace, `${path}.namespaces[${index}]`),
  );
}

function namespaceProblem(
  { name, known }: DraftCluster,
  namespace: string,
  field: string,
): Finding[] {
  if (isNamespacePattern(namespace)) {
    return [
      refusal(
        'namespace-pattern',
        field,
        `${quoted(
          namespace,
        )} is a pattern, which may take in namespaces of others`,
        'Name each namespace',
      ),
    ];
  }
  if (!isNamespaceName(namespace)) {
    return [
      refusal(
        'name-invalid',
        field,
        `${quoted(namespace)} is no name of a Kubernetes namespace`,
        'Correct the name',
      ),
    ];
  }
  if (known?.veleros.some(velero => velero.namespace === namespace)) {
    return [
      refusal(
        'namespace-of-velero',
        field,
        `Velero itself works in namespace ${quoted(
          namespace,
        )}, with the credentials of everybody`,
        'Leave it out',
      ),
    ];
  }
  return known?.reachable && !known.provenNamespaces.includes(namespace)
    ? [
        refusal(
          'namespace-unproven',
          field,
          `Namespace ${quoted(namespace)} of cluster ${quoted(
            name,
          )} is not proven to be the tenant’s`,
          `Have an administrator of the cluster name the owner in the annotation ${NAMESPACE_OWNER_ANNOTATION} of the namespace`,
        ),
      ]
    : [];
}
