import { Finding, quoted, refusal } from '../../input/Finding';
import { TenantDraft } from '../TenantDraft';
import { isNamePart, MAXIMUM_TENANT } from '../tenantNames';

/** The tenant becomes part of names, its owner an annotation. */
export function checkTenant({ request }: TenantDraft): Finding[] {
  const { tenant, owner } = request;
  const findings: Finding[] = [];
  if (!isNamePart(tenant)) {
    findings.push(
      refusal(
        'name-invalid',
        'tenant',
        `${quoted(tenant)} cannot be part of names in Kubernetes`,
        'Use lowercase letters, digits and single hyphens, with a letter or digit at both ends',
      ),
    );
  }
  if (tenant.length > MAXIMUM_TENANT) {
    findings.push(
      refusal(
        'name-too-long',
        'tenant',
        `${quoted(tenant)} has ${tenant.length} characters`,
        `Use at most ${MAXIMUM_TENANT}: names of buckets and schedules have to hold it`,
      ),
    );
  }
  if (!/^[a-z][a-z0-9-]{0,62}:[\w.-]{1,63}\/[\w.-]{1,63}$/i.test(owner)) {
    findings.push(
      refusal(
        'name-invalid',
        'owner',
        `${quoted(owner)} is no reference of a catalog entity`,
        'Write kind, namespace and name, as group:default/payments',
      ),
    );
  }
  return findings;
}
