import { isTenantSecret, ownerOfObject } from 'backstage-plugin-velero-common';
import { ObjectRow } from '../store/tables';

/** Names the Secrets of a tenant that its locations use now, and no more when they are as planned. */
export function oldSecretsOf(options: {
  /** Of one Velero server. */
  rows: ObjectRow[];
  tenant: string;
  /** Names of the planned locations, and of the Secrets that they will use. */
  locations: string[];
  credentials: string[];
}): string[] {
  const { rows, tenant, locations, credentials } = options;
  const used = rows
    .filter(({ resource }) => resource === 'backupstoragelocations')
    .map(row => ({ name: row.name, object: JSON.parse(row.doc) }))
    .map(({ name, object }) => ({
      secret: object.spec?.credential?.name as string | undefined,
      isPlanned: locations.includes(name),
      isTenants: ownerOfObject(object)?.tenant === tenant,
    }));
  const kept = used.filter(({ isPlanned }) => !isPlanned);
  const old = used
    .filter(({ isPlanned, isTenants }) => isPlanned && isTenants)
    .flatMap(({ secret }) => secret ?? [])
    .filter(
      secret =>
        isTenantSecret(tenant, secret) &&
        !credentials.includes(secret) &&
        !kept.some(other => other.secret === secret),
    );
  return [...new Set(old)];
}
