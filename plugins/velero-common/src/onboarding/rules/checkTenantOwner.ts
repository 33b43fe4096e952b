import { Finding, quoted, refusal, warning } from '../../input/Finding';
import { ObjectOwner, tenantMarksOf } from '../ownershipMarks';
import { TenantDraft } from '../TenantDraft';
import { isOwn } from './objectIdentity';

/**
 * The name of a tenant belongs to one owner in the whole fleet. A Secret is known by it, and the portal cannot read whose
 * that is: whoever took the name would get the credential of the owner before.
 */
export function checkTenantOwner(draft: TenantDraft): Finding[] {
  const { request, fleet } = draft;
  const { tenant } = request;
  const { portal } = tenantMarksOf(request, fleet.settings);
  const isOfAnother = ownersOf(tenant, fleet).some(
    owner => owner.portal === portal && !isOwn(draft, owner),
  );
  if (!isOfAnother) {
    return [];
  }
  const message = `The tenant ${quoted(tenant)} belongs to somebody else`;
  return request.takeOver && fleet.mayOnboardPlatform
    ? [
        warning(
          'name-taken-over',
          'tenant',
          `${message}, and is given to the owner of the request, with the Secrets that are left of it`,
        ),
      ]
    : [
        refusal(
          'name-taken',
          'tenant',
          message,
          'Choose another name; an administrator of the portal may give this one to the owner of the request, by takeOver: true',
        ),
      ];
}

/** By what the portal remembers, and by the marks of what is there, in any cluster. */
function ownersOf(tenant: string, fleet: TenantDraft['fleet']): ObjectOwner[] {
  const { tenantOwner, settings, locations, schedules } = fleet;
  return [
    ...(tenantOwner
      ? [tenantMarksOf({ tenant, owner: tenantOwner }, settings)]
      : []),
    ...[...locations, ...schedules]
      .flatMap(({ owner }) => owner ?? [])
      .filter(owner => owner.tenant === tenant),
  ];
}
