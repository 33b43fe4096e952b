import { clusterScopedOf, KindFate, resourcesToName } from '../kindsToRestore';
import { ok, RestoreCheck, stop } from '../RestoreCheck';
import { RestoreCase } from '../RestoreCase';
import { isAtLeast } from '../isAtLeast';

/** Older servers can be made to write outside of where they unpack an archive. */
const SAFE_VERSION = '1.18.1';

/**
 * Whoever may write into a bucket decides what an archive holds, whatever the Backup says of it: volumes that point to
 * disks of others, namespaces with rights that they do not have. It gets no further than the tenant.
 */
export function checkTenantStorage(
  restoreCase: RestoreCase,
  fates: KindFate[],
): RestoreCheck[] {
  const { policy, snapshot } = restoreCase;
  const { name, tenantOwners } = snapshot.location ?? {};
  if (!tenantOwners || policy.sources.tenantStorage === 'trust') {
    return [];
  }
  const intro = `In storage location '${name}' its tenant can write: `;
  if (policy.sources.tenantStorage === 'refuse') {
    return [
      stop(
        'tenant-storage',
        `${intro}the policy allows no restore from there`,
        'Choose a backup in another location',
      ),
    ];
  }
  return [
    ...foreignFindings(restoreCase, tenantOwners, intro),
    ...breadthFindings(restoreCase, intro),
    ...clusterScopedFindings(restoreCase, fates, intro),
    ...versionFindings(snapshot.cluster.veleroVersion, intro),
  ];
}

function foreignFindings(
  { snapshot }: RestoreCase,
  tenantOwners: string[][],
  intro: string,
): RestoreCheck[] {
  return snapshot.pairs
    .filter(
      ({ target }) =>
        !tenantOwners.every(owners =>
          owners.some(owner => target.owners.includes(owner)),
        ),
    )
    .map(({ target }) =>
      stop(
        'tenant-storage',
        `${intro}it is restored only to namespaces that are there and belong to the tenant, not to '${target.name}'`,
        'Choose a namespace of the tenant',
        target.name,
      ),
    );
}

function breadthFindings({ wish }: RestoreCase, intro: string): RestoreCheck[] {
  return [
    ...(wish.wholeBackup === undefined
      ? []
      : [
          stop(
            'tenant-storage',
            `${intro}a backup is not restored as a whole`,
            'Name the namespaces',
          ),
        ]),
    ...(wish.volumes === 'restore'
      ? [
          stop(
            'tenant-storage',
            `${intro}no volumes are restored, which could be disks of others`,
            'Restore without volumes',
          ),
        ]
      : []),
  ];
}

/** They are restored from the whole archive, and give rights in all of the cluster. */
function clusterScopedFindings(
  restoreCase: RestoreCase,
  fates: KindFate[],
  intro: string,
): RestoreCheck[] {
  const names = clusterScopedOf(restoreCase, resourcesToName(fates));
  return names.length > 0
    ? [
        stop(
          'tenant-storage',
          `${intro}nothing is restored that lives in no namespace, as ${names.join(
            ', ',
          )}`,
          'Restore other kinds',
        ),
      ]
    : [];
}

function versionFindings(
  version: string | undefined,
  intro: string,
): RestoreCheck[] {
  if (version !== undefined && isAtLeast(version, SAFE_VERSION)) {
    return [ok('server-version', `Velero ${version} reads archives safely`)];
  }
  return [
    stop(
      'server-version',
      `${intro}only Velero from v${SAFE_VERSION} on reads such archives safely, and the version here is ${
        version ?? 'not known'
      }`,
      version === undefined
        ? 'Have the portal be allowed to create serverstatusrequests'
        : 'Have Velero brought up to date',
    ),
  ];
}
