import { OnboardingSettings } from './FleetSnapshot';
import { DraftCluster } from './TenantDraft';
import { TenantRequest } from './TenantRequest';

const SYSTEM = 'kube-system';

/** What is taken in a cluster: the tenant's namespaces, or all but those that make no sense to bring back. */
export function namespacesOf(
  { scope }: TenantRequest,
  { request, known, veleroNamespace }: DraftCluster,
  { excludedNamespaces }: OnboardingSettings,
): { includedNamespaces: string[]; excludedNamespaces?: string[] } {
  if (scope === 'tenant') {
    return { includedNamespaces: [...(request.namespaces ?? [])].sort() };
  }
  const excluded = new Set([
    veleroNamespace,
    ...(known?.veleros ?? []).map(({ namespace }) => namespace),
    SYSTEM,
    ...excludedNamespaces,
  ]);
  return {
    includedNamespaces: ['*'],
    excludedNamespaces: [...excluded].sort(),
  };
}
