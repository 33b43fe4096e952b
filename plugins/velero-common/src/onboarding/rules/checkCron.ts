import { intervalOf } from '../../velero/cron/intervalOf';
import { nextRuns } from '../../velero/cron/nextRuns';
import { Cron, parseCron } from '../../velero/cron/parseCron';
import { Finding, quoted, refusal, warning } from '../../input/Finding';

const MINUTE = 60_000;

/** Velero looks for due schedules once a minute, and makes one backup after the other. */
const OFTEN = 15 * MINUTE;

const HOW_TO_WRITE =
  'Write minute, hour, day of month, month and day of week, as 0 2 * * *';

/** Velero can read the expression, and it comes true. */
export function checkCron(
  expression: string,
  field: string,
  now: string,
): Finding[] {
  // The reader takes a space for what Go does not.
  if (/[^\x20-\x7e]/.test(expression)) {
    const message = 'The expression holds something else than plain text';
    return [refusal('cron-invalid', field, message, HOW_TO_WRITE)];
  }
  const { value: cron, problem } = parseCron(expression);
  if (!cron) {
    const message = `Velero refuses ${quoted(expression)}: ${problem}`;
    return [refusal('cron-invalid', field, message, HOW_TO_WRITE)];
  }
  return checkRuns(cron, quoted(expression), field, now);
}

function checkRuns(
  cron: Cron,
  title: string,
  field: string,
  now: string,
): Finding[] {
  const runs = nextRuns({ cron, from: new Date(now), count: 1 });
  if (runs.length === 0) {
    const message = `${title} never comes true`;
    return [refusal('cron-never', field, message, 'Choose a day that exists')];
  }
  const interval = intervalOf(cron) ?? OFTEN;
  const minutes = Math.max(1, Math.round(interval / MINUTE));
  return interval < OFTEN
    ? [
        warning(
          'schedule-often',
          field,
          `Backups every ${minutes} minutes wait for each other, since Velero makes one after the other`,
        ),
      ]
    : [];
}
