import { intervalOf } from '../../velero/cron/intervalOf';
import { parseCron } from '../../velero/cron/parseCron';
import { readKeepFor } from '../../velero/keepFor';
import { Finding, refusal, warning } from '../../input/Finding';

/** Velero can read how long backups are kept, and a backup is there until the next one is made. */
export function checkKeepFor(
  keepFor: string,
  field: string,
  cron: string,
): Finding[] {
  const kept = readKeepFor(keepFor);
  if (kept.problem !== undefined) {
    const remedy = `Write a Go duration in hours, as ${kept.hint ?? '720h'}`;
    return [refusal('duration-invalid', field, kept.problem, remedy)];
  }
  const { value } = parseCron(cron);
  const interval = value && intervalOf(value);
  return interval !== undefined && kept.value < interval
    ? [
        warning(
          'schedule-gap',
          field,
          `A backup is gone after ${keepFor}, before the next one is made`,
        ),
      ]
    : [];
}
