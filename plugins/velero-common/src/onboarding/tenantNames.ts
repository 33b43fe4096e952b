import { digestOf } from './digestOf';
import { TenantScheduleKind } from './TenantRequest';

/** Kubernetes cuts label values there, and Velero puts names of schedules and locations into labels. */
export const MAXIMUM_NAME = 63;

/** What Velero adds to the name of a schedule for each backup: `-20261129020000`. */
export const STAMP_LENGTH = 15;

/** Longer than any name of a team, short enough for a bucket and for names. */
export const MAXIMUM_TENANT = 40;

/**
 * Between the parts of a name. No part holds it, so that `a-b` in the cluster `c` and `a` in `b-c` never choose one name.
 */
const SEPARATOR = '--';

const KIND_SHARE = 'databases'.length;

const SCHEDULE_ROOM =
  MAXIMUM_NAME - STAMP_LENGTH - KIND_SHARE - 2 * SEPARATOR.length;

/** Of names that do not fit, so much of the tenant stays; the cluster gets the rest. */
const TENANT_SHARE = 18;

/** True for a text that can be a part of a name as it is. */
export function isNamePart(text: string): boolean {
  return (
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text) && !text.includes(SEPARATOR)
  );
}

/** The text as the value of a label, equal for equal texts only. */
export function labelOf(text: string): string {
  return partOf(text, MAXIMUM_NAME);
}

/**
 * Names the storage location of what a cluster writes for a tenant. It has the same name wherever it is read.
 */
export function locationNameOf(tenant: string, cluster: string): string {
  return stemOf(tenant, cluster);
}

/**
 * Names a schedule. The cluster is in it: two clusters that share a bucket would make backups of one name in the same
 * second otherwise, and Velero would show only one of them.
 */
export function scheduleNameOf(
  tenant: string,
  cluster: string,
  kind: TenantScheduleKind,
): string {
  return [stemOf(tenant, cluster), kind].join(SEPARATOR);
}

/** Names a Secret that is never changed: another credential is another version. */
export function secretNameOf(
  tenant: string,
  name: string,
  version: number,
): string {
  return [tenant, name, `v${version}`].join(SEPARATOR);
}

/** The version in the name of a Secret; nothing for a name of another form. */
export function secretVersionOf(
  tenant: string,
  name: string,
  secret: string,
): number | undefined {
  const start = [tenant, name, 'v'].join(SEPARATOR);
  const number = secret.startsWith(start) ? secret.slice(start.length) : '';
  return /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined;
}

/** True for the name of a Secret that the portal makes for the tenant. */
export function isTenantSecret(tenant: string, secret: string): boolean {
  const [first, name, version, ...more] = secret.split(SEPARATOR);
  return (
    first === tenant &&
    Boolean(name) &&
    /^v[1-9]\d{0,5}$/.test(version ?? '') &&
    more.length === 0
  );
}

/** The bucket of a tenant when none is named. @public */
export function defaultBucketOf(tenant: string): string {
  return `${tenant}-backups`;
}

/**
 * The folder of a cluster when none is named. In a bucket that is not the tenant's own it carries the tenant, in a way
 * that no folder of a cluster can be named like it.
 *
 * @public
 */
export function defaultPrefixOf(
  tenant: string,
  cluster: string,
  bucket: string,
): string {
  const folder = partOf(cluster, MAXIMUM_NAME);
  return bucket === defaultBucketOf(tenant)
    ? folder
    : [tenant, folder].join(SEPARATOR);
}

/**
 * True for a folder that bears the name of the tenant: no other tenant's can be named like it, since no name of a tenant
 * holds what separates it from the rest.
 */
export function isInTenantFolder(tenant: string, prefix: string): boolean {
  return [SEPARATOR, '/'].some(end => prefix.startsWith(`${tenant}${end}`));
}

function stemOf(tenant: string, cluster: string): string {
  const room = SCHEDULE_ROOM;
  const fits = isNamePart(cluster) && tenant.length + cluster.length <= room;
  const first = fits ? tenant : partOf(tenant, TENANT_SHARE);
  return [first, partOf(cluster, room - first.length)].join(SEPARATOR);
}

/** The text where it can stand as it is, else what can stand of it with a digest of all of it. */
export function partOf(text: string, length: number): string {
  if (isNamePart(text) && text.length <= length) {
    return text;
  }
  const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const start = plain.slice(0, length - 9).replace(/^-+|-+$/g, '');
  return `${start || 'x'}-${digestOf(text)}`;
}
