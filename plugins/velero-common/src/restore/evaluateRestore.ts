import { asFarAsProven } from './asFarAsProven';
import { approvalsFor } from './approvalsFor';
import { checkApprovals } from './checks/checkApprovals';
import { checkBackup } from './checks/checkBackup';
import { checkCluster } from './checks/checkCluster';
import { checkContents } from './checks/checkContents';
import { checkDrill } from './checks/checkDrill';
import { checkExisting } from './checks/checkExisting';
import { checkGitops } from './checks/checkGitops';
import { checkHooks } from './checks/checkHooks';
import { checkLimits } from './checks/checkLimits';
import { checkLocation } from './checks/checkLocation';
import { checkModifier } from './checks/checkModifier';
import { checkOtherCluster } from './checks/checkOtherCluster';
import { checkSources } from './checks/checkSources';
import { checkTargets } from './checks/checkTargets';
import { checkTenantStorage } from './checks/checkTenantStorage';
import { checkVolumes } from './checks/checkVolumes';
import { checkWholeBackup } from './checks/checkWholeBackup';
import { maySeeContents } from './maySeeContents';
import { mayTell } from './mayTell';
import { policyOfDrill } from './drill/policyOfDrill';
import { isForStrangers } from './isProof';
import { KindFate, kindsToRestore } from './kindsToRestore';
import { policyFor } from './policy/policyFor';
import { quietUntil } from './policy/quietUntil';
import { ApprovalRule, RestorePolicy } from './policy/RestorePolicy';
import { RestoreCase } from './RestoreCase';
import { ok, RestoreCheck, RestoreCheckId, stop, warn } from './RestoreCheck';
import { RestoreSnapshot } from './RestoreSnapshot';
import { RestoreSpec, restoreSpecOf } from './restoreSpecOf';
import { RestoreWish } from './RestoreWish';
import { keepingClaims } from './writesOverClaims';

/** What comes of a wish. @public */
export interface RestoreVerdict {
  allow: boolean;
  /** The policy that decided; absent where none or several would. */
  policy?: RestorePolicy;
  /** What Velero would be asked for; present when it is allowed. */
  spec?: RestoreSpec;
  /** All that was looked at. */
  checks: RestoreCheck[];
  /** Messages of the checks that refuse it. */
  reasons: string[];
  /** Empty when nobody has to agree. */
  approvals: ApprovalRule[];
  /** What becomes of each kind in the backup. */
  kinds: KindFate[];
  /** When it may start, where quiet hours hold it up; ISO 8601 in UTC. */
  notBefore?: string;
}

/**
 * Judges a wish to have something restored. It is the one judge: of previews, requests, approvals and of what is carried
 * out, each time with how things are at that moment.
 *
 * @public
 */
export function evaluateRestore(options: {
  wish: RestoreWish;
  policies: RestorePolicy[];
  snapshot: RestoreSnapshot;
}): RestoreVerdict {
  const { wish, policies } = options;
  const snapshot = asFarAsProven(wish, options.snapshot);
  const { policy, among = [] } = policyFor(policies, snapshot);
  if (!policy) {
    return refused(among);
  }
  const restoreCase = { wish, snapshot, policy };
  return judge(
    wish.drill ? drillCase(restoreCase) : keepingClaims(restoreCase),
  );
}

/** A drill needs not be asked for without volumes where the policy lets nobody have them. */
function drillCase({ wish, snapshot, policy }: RestoreCase): RestoreCase {
  return {
    wish: policy.volumes ? wish : { ...wish, volumes: 'none' },
    snapshot,
    policy: policyOfDrill(policy),
  };
}

function judge(restoreCase: RestoreCase): RestoreVerdict {
  const { policy, snapshot } = restoreCase;
  const mayShow = maySeeContents(snapshot);
  const kinds = mayShow ? kindsToRestore(restoreCase) : [];
  const quiet = quietUntil(policy.quietHours, new Date(snapshot.now));
  const checks = [
    ok('policy', `Policy '${policy.title ?? policy.id}' decides`),
    ...shownOf(checksOf(restoreCase, kinds), mayShow),
    ...(quiet
      ? [warn('quiet-hours', `It starts after ${quiet.toISOString()}`)]
      : []),
  ];
  const reasons = reasonsOf(checks);
  const allow = reasons.length === 0;
  return {
    allow,
    policy,
    ...(allow && { spec: restoreSpecOf(restoreCase, kinds) }),
    checks,
    reasons,
    // They depend on whether the target is there.
    approvals: mayTell({ checks }) ? approvalsFor(restoreCase) : [],
    kinds,
    ...(quiet && { notBefore: quiet.toISOString() }),
  };
}

/** What is asked of a target, and whose consent it takes, tells whether it is there. */
const ABOUT_TARGETS: RestoreCheckId[] = ['approvals', 'limits'];

function shownOf(checks: RestoreCheck[], mayShow: boolean): RestoreCheck[] {
  if (!mayShow) {
    return checks.filter(isForStrangers);
  }
  return mayTell({ checks })
    ? checks
    : checks.filter(({ id }) => !ABOUT_TARGETS.includes(id));
}

function checksOf(restoreCase: RestoreCase, kinds: KindFate[]): RestoreCheck[] {
  return [
    ...checkApprovals(restoreCase),
    ...checkCluster(restoreCase),
    ...checkBackup(restoreCase),
    ...checkLocation(restoreCase),
    ...checkTenantStorage(restoreCase, kinds),
    ...checkWholeBackup(restoreCase),
    ...checkSources(restoreCase),
    ...checkTargets(restoreCase),
    ...checkDrill(restoreCase),
    ...checkOtherCluster(restoreCase),
    ...checkContents(restoreCase, kinds),
    ...checkVolumes(restoreCase),
    ...checkExisting(restoreCase),
    ...checkHooks(restoreCase, kinds),
    ...checkModifier(restoreCase),
    ...checkGitops(restoreCase),
    ...checkLimits(restoreCase),
  ];
}

function refused(among: string[]): RestoreVerdict {
  const check =
    among.length > 1
      ? stop(
          'policy',
          `Different policies decide on these namespaces: ${among.join(', ')}`,
          'Ask for them in requests of their own',
        )
      : stop(
          'policy',
          'No policy lets this be restored',
          'Ask an administrator of the portal',
        );
  return {
    allow: false,
    checks: [check],
    reasons: [check.message],
    approvals: [],
    kinds: [],
  };
}

function reasonsOf(checks: RestoreCheck[]): string[] {
  return checks.flatMap(({ level, message }) =>
    level === 'stop' ? message : [],
  );
}
