import { Finding, quoted, refusal } from '../input/Finding';
import { parseCron } from '../velero/cron/parseCron';
import { shortestGapOf } from '../velero/cron/shortestGapOf';

const MINUTE = 60_000;

/** What has a backup made more often would go round the limit of those that are made by hand. */
const SHORTEST_GAP = 15 * MINUTE;

/** Two runs are not too close to each other; what cannot be read is no matter here. */
export function checkOften(expression: string, field: string): Finding[] {
  const { value: cron } = parseCron(expression);
  const gap = cron && shortestGapOf(cron);
  return gap !== undefined && gap < SHORTEST_GAP
    ? [
        refusal(
          'cron-too-often',
          field,
          `${quoted(expression)} makes backups closer to each other than ${
            SHORTEST_GAP / MINUTE
          } minutes`,
          'Velero makes one backup after the other, so that those of everybody would wait. Choose times further apart',
        ),
      ]
    : [];
}
