import { Finding, quoted, refusal } from '../../input/Finding';
import { placesOverlap } from '../../storage/placesOverlap';
import {
  DraftCluster,
  DraftLocation,
  DraftStorage,
  locationsOf,
  TenantDraft,
} from '../TenantDraft';
import { defaultPrefixOf, isInTenantFolder } from '../tenantNames';
import { isIn, isOwn } from './objectIdentity';

/**
 * With a credential that opens the folders of others, too, a tenant stays in folders that bear its name: in another one
 * Velero would show it the backups of whoever writes there, and restore them, whether the portal knows of them or not.
 */
export function checkFolders(draft: TenantDraft): Finding[] {
  return draft.fleet.mayOnboardPlatform
    ? []
    : draft.clusters.flatMap(cluster =>
        locationsOf(cluster)
          .filter(location => !isAsItIs(draft, cluster, location))
          .flatMap(location => folderProblem(draft, location)),
      );
}

/** A tenant that has been in another folder since before stays there: elsewhere it would not find its backups. */
function isAsItIs(
  draft: TenantDraft,
  cluster: DraftCluster,
  { name, place }: DraftLocation,
): boolean {
  return draft.fleet.locations
    .filter(isIn(cluster))
    .some(
      live =>
        live.name === name &&
        isOwn(draft, live.owner) &&
        placesOverlap(place, live) === 'equal',
    );
}

function folderProblem(
  draft: TenantDraft,
  { of, storage, prefix, prefixPath }: DraftLocation,
): Finding[] {
  const { tenant } = draft.request;
  const opener = openerOf(draft, storage);
  const isTenants =
    isInTenantFolder(tenant, prefix) ||
    prefix === defaultPrefixOf(tenant, of, storage.bucket);
  return !opener || isTenants
    ? []
    : [
        refusal(
          'prefix-not-tenants',
          prefixPath,
          `Prefix ${quoted(
            prefix,
          )} is not known to be the tenant’s, and ${opener} opens the folders of others, too`,
          `Begin it with ${tenant}-- or ${tenant}/, or use a credential of the tenant’s own; an administrator of the portal may choose any prefix`,
        ),
      ];
}

/** What opens more than the tenant's folders; nothing for a credential of its own. */
function openerOf(
  { fleet }: TenantDraft,
  { credential }: DraftStorage,
): string | undefined {
  if ('serverIdentity' in credential) {
    return 'Velero’s own account';
  }
  const name =
    'existingSecret' in credential ? credential.existingSecret.name : undefined;
  return name !== undefined && fleet.settings.sharedSecrets.includes(name)
    ? `the shared Secret ${name}`
    : undefined;
}
