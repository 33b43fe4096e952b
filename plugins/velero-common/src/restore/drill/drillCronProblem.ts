import { nextRuns } from '../../velero/cron/nextRuns';
import { parseCron } from '../../velero/cron/parseCron';
import { shortestGapOf } from '../../velero/cron/shortestGapOf';

const DAY = 24 * 60 * 60_000;

/**
 * What is wrong with the times of drills: they are five fields of cron in UTC, with a day between runs at least.
 *
 * @public
 */
export function drillCronProblem(cron: string): string | undefined {
  if (cron.trim().split(/\s+/).length !== 5 || cron.includes('TZ=')) {
    return 'Write five fields, as 0 3 * * 1; the times are in UTC';
  }
  const { value, problem } = parseCron(cron);
  if (problem !== undefined) {
    return problem;
  }
  if ((shortestGapOf(value) ?? DAY) < DAY) {
    return 'Leave a day between drills at least: name one minute and one hour';
  }
  return nextRuns({ cron: value, from: new Date(), count: 1 }).length === 0
    ? 'It would never run: there is no such day'
    : undefined;
}

/** When drills begin next after a time; nothing for what never runs. @public */
export function nextDrillAfter(cron: string, time: Date): Date | undefined {
  const { value } = parseCron(cron);
  return value && nextRuns({ cron: value, from: time, count: 1 })[0];
}
