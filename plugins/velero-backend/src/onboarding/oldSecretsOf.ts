import { FleetLocation, isTenantSecret } from 'backstage-plugin-velero-common';

/** Names the Secrets of a tenant that its locations use now, and no more when they are as planned. */
export function oldSecretsOf(options: {
  /** Locations of one Velero server. */
  known: FleetLocation[];
  tenant: string;
  /** Names of the planned locations, and of the Secrets that they will use. */
  locations: string[];
  credentials: string[];
}): string[] {
  const { known, tenant, locations, credentials } = options;
  const used = known.map(({ name, credential, owner }) => ({
    secret: credential?.name,
    isPlanned: locations.includes(name),
    isTenants: owner?.tenant === tenant,
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
