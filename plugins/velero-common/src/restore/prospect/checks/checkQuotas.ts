import { formatBytes } from '../../../velero/formatBytes';
import { parseQuantity } from '../../../velero/parseQuantity';
import { ok, RestoreCheck, warn } from '../../RestoreCheck';
import { notReadRemedy } from '../notReadRemedy';
import { ProspectCase } from '../ProspectCase';
import { quotaNeedOf } from '../quotaNeeds';
import { ProspectQuota } from '../RestoreProspect';

const ID = 'quota';

/** Whether what would be made fits into the quotas of the namespaces. Kubernetes refuses what does not. */
export function checkQuotas(prospectCase: ProspectCase): RestoreCheck[] {
  const { quotas } = prospectCase.prospect;
  return quotas.value
    ? quotas.value.flatMap(quota => quotaFindings(prospectCase, quota))
    : [
        warn(
          ID,
          `It is not known whether it fits into quotas: ${quotas.problem}`,
          {
            remedy: notReadRemedy(quotas),
          },
        ),
      ];
}

interface Limit {
  resource: string;
  /** Absent when nobody knows. */
  need?: number;
  free?: number;
}

function quotaFindings(
  prospectCase: ProspectCase,
  quota: ProspectQuota,
): RestoreCheck[] {
  const { namespace: subject, name } = quota;
  const limits = Object.keys(quota.hard).map(resource =>
    limitOf(prospectCase, quota, resource),
  );
  const tooMuch = limits.filter(isTooMuch);
  const unknown = limits.filter(({ need }) => need === undefined);
  const findings = [
    ...tooMuch.map(limit => tooMuchFinding(quota, limit)),
    ...unknownFinding(quota, unknown),
  ];
  return findings.length > 0
    ? findings
    : [
        ok(
          ID,
          `It fits into quota '${name}' of namespace '${subject}'`,
          subject,
        ),
      ];
}

function unknownFinding(
  { namespace: subject, name }: ProspectQuota,
  limits: Limit[],
): RestoreCheck[] {
  const resources = limits.map(({ resource }) => resource).join(', ');
  return resources
    ? [
        warn(
          ID,
          `Quota '${name}' of namespace '${subject}' limits ${resources}, and how much of that the restore needs is not known`,
          { subject },
        ),
      ]
    : [];
}

function limitOf(
  prospectCase: ProspectCase,
  quota: ProspectQuota,
  resource: string,
): Limit {
  const { namespace, hard, used, isScoped } = quota;
  const [limit, taken] = [hard, used].map(quantities =>
    parseQuantity(quantities[resource] ?? '0'),
  );
  const need = isScoped
    ? undefined
    : quotaNeedOf(prospectCase, namespace, resource);
  return limit === undefined || taken === undefined
    ? { resource }
    : { resource, need, free: Math.max(0, limit - taken) };
}

function isTooMuch({ need, free }: Limit): boolean {
  // Nothing new is made, so that even a quota that is used up is enough.
  return need !== undefined && free !== undefined && need > 0 && need > free;
}

function tooMuchFinding(
  { namespace: subject, name }: ProspectQuota,
  { resource, need = 0, free = 0 }: Limit,
): RestoreCheck {
  const isStorage = resource.endsWith('requests.storage');
  const text = isStorage ? formatBytes : String;
  return warn(
    ID,
    `Up to ${text(
      need,
    )} of ${resource} would be made in namespace '${subject}', and its quota '${name}' has room for ${text(
      free,
    )}: Kubernetes refuses what is more`,
    {
      subject,
      remedy:
        'Have the quota raised, restore fewer kinds, or to another namespace',
    },
  );
}
