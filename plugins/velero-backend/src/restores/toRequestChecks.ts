import { RestoreRequestChecks } from 'backstage-plugin-velero-common';
import { RequestOutlook } from './Restores';
import { stalenessOf } from './stalenessOf';

/** Makes what may be shown of how a request stands now. */
export function toRequestChecks(outlook: RequestOutlook): RestoreRequestChecks {
  const { allow, checks, notBefore } = outlook.verdict;
  const stale = stalenessOf(outlook);
  return {
    allow: allow && stale.length === 0,
    checks,
    stale,
    ...(outlook.facts && { facts: outlook.facts }),
    ...(notBefore && { notBefore }),
  };
}
