import { groupBy } from '../groupBy';
import { kindOf } from '../contents/BackupItem';
import { BackupReport } from '../contents/BackupReport';

/** Names by kind, as resource lists hold them. */
export function backupResourceList(
  report: BackupReport,
): Record<string, string[]> {
  const list = groupBy([...report.items, ...report.failed], kindOf);
  const sorted = [...list].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([kind, items]) => [
      kind,
      items
        .map(({ object: { metadata } }) =>
          metadata.namespace
            ? `${metadata.namespace}/${metadata.name}`
            : metadata.name,
        )
        .sort(),
    ]),
  );
}
