import { HistoryResponse } from 'backstage-plugin-velero-common';

/**
 * Says `unknown` of the days that were not read to their beginning, where there were too many backups to read all.
 *
 * @param readFrom - time of the oldest backup that was read, in milliseconds; 0 when all were
 */
export function withoutUnreadDays(
  history: HistoryResponse,
  readFrom: number,
): HistoryResponse {
  const cutDay = new Date(Math.max(readFrom, 0)).toISOString().slice(0, 10);
  return {
    ...history,
    items: history.items.map(day =>
      day.date <= cutDay
        ? { date: day.date, state: 'unknown', ok: 0, partial: 0, failed: 0 }
        : day,
    ),
  };
}
