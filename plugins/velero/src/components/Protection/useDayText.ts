import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HistoryDay } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Gives a function that says what became of the backups of a day: "2026-11-23: good copies (24 good, 1 failed)". */
export function useDayText(): (day: HistoryDay) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  return day => {
    const counts = (['ok', 'partial', 'failed'] as const)
      .filter(key => day[key] > 0)
      .map(key => t(`protection.dayCount.${key}`, { count: day[key] }));
    const state = t(`protection.day.${day.state}`);
    const detail = counts.length > 0 ? ` (${counts.join(', ')})` : '';
    return `${day.date}: ${state}${detail}`;
  };
}
