import {
  isSameOwner,
  NAMESPACE_OWNER_ANNOTATION,
  namespaceSelectionOf,
  ownerOfObject,
  readFleetLocation,
  readStorageLocation,
  selectsEverything,
  storageServiceOf,
  TenantInCluster,
  TenantLocation,
  tenantMarksOf,
  TenantSummary,
} from 'backstage-plugin-velero-common';
import { fullOwnerRef } from '../onboarding/fullOwnerRef';
import { ObjectRow } from '../store/tables';

/** An object that a portal made for a tenant. */
interface MarkedObject {
  row: ObjectRow;
  object: { spec?: { template?: unknown } };
  tenant: string;
  owner: string;
}

/** Puts together what tenants have, in the order of the rows' tenants. Objects of other portals are left out. */
export function tenantsOf(
  rows: ObjectRow[],
  settings: { portal: string },
): TenantSummary[] {
  const marked = rows.flatMap(row => markedObjectOf(row, settings) ?? []);
  const groups = groupBy(marked, ({ tenant, owner }) => `${tenant} ${owner}`);
  return groups
    .map(toTenant)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** The annotation names the owner for people; the mark has to be of the same one. */
function markedObjectOf(
  row: ObjectRow,
  settings: { portal: string },
): MarkedObject | undefined {
  const object = JSON.parse(row.doc);
  const { tenant } = row;
  const annotation = object.metadata?.annotations?.[NAMESPACE_OWNER_ANNOTATION];
  const owner = fullOwnerRef(String(annotation ?? ''));
  return tenant &&
    isSameOwner(
      ownerOfObject(object),
      tenantMarksOf({ tenant, owner }, settings),
    )
    ? { row, object, tenant, owner }
    : undefined;
}

function toTenant(objects: MarkedObject[]): TenantSummary {
  const [{ tenant, owner }] = objects;
  const isPlatform = objects.some(isOfAll);
  const veleros = groupBy(
    objects,
    ({ row }) => `${row.cluster}/${row.namespace}`,
  );
  return {
    tenant,
    owner,
    scope: isPlatform ? 'platform' : 'tenant',
    clusters: veleros.map(toCluster),
  };
}

function isOfAll({ row, object }: MarkedObject): boolean {
  return (
    row.resource === 'schedules' &&
    selectsEverything(namespaceSelectionOf(object.spec?.template))
  );
}

function toCluster(objects: MarkedObject[]): TenantInCluster {
  const [{ row }] = objects;
  const schedules = objects.filter(
    ({ row: { resource } }) => resource === 'schedules',
  );
  const namespaces = schedules
    .filter(schedule => !isOfAll(schedule))
    .flatMap(
      ({ object }) => namespaceSelectionOf(object.spec?.template).includes,
    );
  return {
    cluster: row.cluster,
    veleroNamespace: row.namespace,
    namespaces: [...new Set(namespaces)].sort(),
    schedules: schedules.map(({ row: { name } }) => name),
    locations: objects
      .filter(({ row: { resource } }) => resource !== 'schedules')
      .map(toLocation),
  };
}

function toLocation({ row, object }: MarkedObject): TenantLocation {
  const { phase, message, lastValidatedAt, ...facts } =
    readStorageLocation(object);
  const { provider, endpoint, bucket, prefix, accessMode } = facts;
  const { region } = readFleetLocation(row.cluster, object);
  const service = storageServiceOf(facts);
  return {
    name: row.name,
    ...{ provider, endpoint, region, bucket, prefix },
    ...(service && { service }),
    ...{ accessMode, phase, message, lastValidatedAt },
  };
}

function keyOf({ tenant, owner }: TenantSummary): string {
  return `${tenant} ${owner}`;
}

function groupBy<T>(items: T[], keyOfItem: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
