import { nextRuns } from '../../velero/cron/nextRuns';
import { parseCron } from '../../velero/cron/parseCron';
import { QuietHours } from './RestorePolicy';

/** Quiet hours that follow upon each other are one; more than so many in a row are a mistake of whoever wrote them. */
const MAXIMUM_IN_A_ROW = 50;

/** When restores may start again; nothing where they may start now. */
export function quietUntil(
  quietHours: QuietHours[],
  now: Date,
): Date | undefined {
  const until = endOfAll(quietHours, now, MAXIMUM_IN_A_ROW);
  return until > now ? until : undefined;
}

function endOfAll(
  quietHours: QuietHours[],
  moment: Date,
  inARow: number,
): Date {
  const ends = quietHours.flatMap(quiet => endOf(quiet, moment) ?? []);
  return ends.length === 0 || inARow === 0
    ? moment
    : endOfAll(quietHours, new Date(Math.max(...ends)), inARow - 1);
}

/** The end of the quiet hours that the moment lies in, in milliseconds. */
function endOf(quiet: QuietHours, moment: Date): number | undefined {
  const { value: cron } = parseCron(quiet.cron);
  if (!cron) {
    return undefined;
  }
  const [begin] = nextRuns({
    cron,
    // What began just so long ago is over.
    from: new Date(moment.getTime() - quiet.length),
    count: 1,
    zone: quiet.zone,
  });
  return begin && begin <= moment ? begin.getTime() + quiet.length : undefined;
}
