import { parseCron } from '../../velero/cron/parseCron';
import { Finding, quoted, warning } from '../../input/Finding';
import { TenantDraft } from '../TenantDraft';
import { cronOf, enabledKindsOf } from '../tenantSchedules';

/** Expressions are read by the server's clock, which may be another one than the reader's. */
export function checkZones({ request, clusters }: TenantDraft): Finding[] {
  return clusters
    .filter(({ velero }) => velero && !velero.zone)
    .filter(({ name }) =>
      enabledKindsOf(request).some(kind =>
        needsZone(cronOf(request, name, kind)),
      ),
    )
    .map(({ path, name }) =>
      warning(
        'zone-unknown',
        `${path}.cluster`,
        `The time zone of Velero in cluster ${quoted(
          name,
        )} is not known: its Deployment, which deploy/rbac/read-only allows to read, does not tell. Times are shown in UTC, as in Velero’s image`,
      ),
    );
}

function needsZone(expression: string): boolean {
  const { value } = parseCron(expression);
  return value?.type === 'calendar' && !value.zone;
}
