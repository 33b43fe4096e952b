import { TenantRequest } from 'backstage-plugin-velero-common';

/** True for a request with an address that somebody typed, which may lead into a cluster; presets make their own. */
export function hasTypedAddress({ storage, clusters }: TenantRequest): boolean {
  const storages = [
    storage,
    ...clusters.flatMap(cluster => [
      ...(cluster.storage ? [cluster.storage] : []),
      ...(cluster.replicas ?? []).map(replica => replica.storage),
    ]),
  ];
  return storages.some(
    ({ values, config }) => values?.endpoint || config?.publicUrl,
  );
}
