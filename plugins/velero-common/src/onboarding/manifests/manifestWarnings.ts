import { PlanWarning, quoted } from '../../input/Finding';
import { TenantPlan } from '../TenantPlan';
import { ManifestOptions } from './ManifestOptions';
import { remoteKeyOf } from './remoteKeyOf';

/**
 * Says what whoever reviews the files has to look at: the operator that fetches from a store of secrets fetches for
 * everybody, so that a key outside of the tenant's folder may be somebody else's.
 *
 * @public
 */
export function manifestWarnings(
  { tenant, clusters }: TenantPlan,
  { credential }: ManifestOptions,
): PlanWarning[] {
  if (credential.type !== 'external-secret') {
    return [];
  }
  const names = clusters.flatMap(({ credentials }) =>
    credentials.map(({ given }) => given),
  );
  return [...new Set(names)]
    .map(given => remoteKeyOf(tenant, given, credential))
    .filter(key => !isWithin(tenant, key))
    .map(key => ({
      code: 'remote-key-elsewhere',
      field: 'credential.remoteKeys',
      message: `The credential is taken from ${quoted(
        key,
      )} of the store of secrets, which is not in the folder ${tenant} of the tenant`,
    }));
}

function isWithin(tenant: string, key: string): boolean {
  return key.startsWith(`${tenant}/`) && !key.split('/').includes('..');
}
