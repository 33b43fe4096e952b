import { PlanWarning, Refusal } from '../input/Finding';
import { checkCron } from '../onboarding/rules/checkCron';
import { checkKeepFor } from '../onboarding/rules/checkKeepFor';
import { checkOften } from './checkOften';

/**
 * Checks when a schedule runs and how long its backups are kept: Velero would accept what it cannot read, and never make
 * a backup, or stop at it.
 *
 * @param times - `now` is ISO 8601
 * @public
 */
export function checkScheduleTimes(times: {
  cron: string;
  keepFor: string;
  now: string;
}): { refusals: Refusal[]; warnings: PlanWarning[] } {
  const { cron, keepFor, now } = times;
  const findings = [
    ...checkCron(cron, 'cron', now),
    ...checkOften(cron, 'cron'),
    ...checkKeepFor(keepFor, 'keepFor', cron),
  ];
  return {
    refusals: findings.flatMap(({ refusal }) => refusal ?? []),
    warnings: findings.flatMap(({ warning }) => warning ?? []),
  };
}
