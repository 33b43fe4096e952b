import { buildPlan } from './buildPlan';
import { draftTenant } from './draftTenant';
import { Finding } from '../input/Finding';
import { FleetSnapshot } from './FleetSnapshot';
import { checkClusters } from './rules/checkClusters';
import { checkConfig } from './rules/checkConfig';
import { checkCredentials } from './rules/checkCredentials';
import { checkEndpoints } from './rules/checkEndpoints';
import { checkFolders } from './rules/checkFolders';
import { checkNames } from './rules/checkNames';
import { checkNamespaces } from './rules/checkNamespaces';
import { checkObsolete } from './rules/checkObsolete';
import { checkPlaces } from './rules/checkPlaces';
import { checkPrefix } from './rules/checkPrefix';
import { checkSchedules } from './rules/checkSchedules';
import { checkStorage } from './rules/checkStorage';
import { checkTenant } from './rules/checkTenant';
import { checkTenantOwner } from './rules/checkTenantOwner';
import { checkUnreadClusters } from './rules/checkUnreadClusters';
import { checkVolumes } from './rules/checkVolumes';
import { checkZones } from './rules/checkZones';
import { TenantDraft } from './TenantDraft';
import { TenantPlanResult } from './TenantPlan';
import { TenantRequest } from './TenantRequest';

const RULES: Array<(draft: TenantDraft) => Finding[]> = [
  checkTenant,
  checkTenantOwner,
  checkClusters,
  checkNamespaces,
  checkStorage,
  checkEndpoints,
  checkConfig,
  checkPrefix,
  checkFolders,
  checkPlaces,
  checkUnreadClusters,
  checkCredentials,
  checkNames,
  checkObsolete,
  checkSchedules,
  checkVolumes,
  checkZones,
];

/**
 * Turns a request into all that has to be made for it, or says all that stands in the way. It looks at nothing but its
 * arguments: whoever applies the plan has to make sure that the fleet is still as it was.
 *
 * @public
 */
export function planTenant(
  request: TenantRequest,
  fleet: FleetSnapshot,
): TenantPlanResult {
  const draft = draftTenant(request, fleet);
  const findings = unique(RULES.flatMap(rule => rule(draft)));
  const refusals = findings.flatMap(finding => finding.refusal ?? []);
  const warnings = findings.flatMap(finding => finding.warning ?? []);
  return refusals.length > 0
    ? { refusals, warnings }
    : { plan: buildPlan(draft), refusals, warnings };
}

/** Two clusters may lead to the same words. */
function unique(findings: Finding[]): Finding[] {
  const byText = new Map(
    findings.map(finding => [JSON.stringify(finding), finding]),
  );
  return [...byText.values()];
}
