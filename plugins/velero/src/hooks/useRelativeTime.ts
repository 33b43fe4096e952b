import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { relativeTime } from '../format/relativeTime';
import { veleroTranslationRef } from '../translation';

const messages = {
  past: {
    moment: 'time.momentAgo',
    minutes: 'time.minutesAgo',
    hours: 'time.hoursAgo',
    days: 'time.daysAgo',
  },
  future: {
    moment: 'time.inAMoment',
    minutes: 'time.inMinutes',
    hours: 'time.inHours',
    days: 'time.inDays',
  },
} as const;

/** Gives a function that says a time as people do: "3 hours ago", "in 29 days". */
export function useRelativeTime(now: number): (time: number) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  return time => {
    const { direction, unit, count } = relativeTime(time, now);
    return t(messages[direction][unit], { count });
  };
}
