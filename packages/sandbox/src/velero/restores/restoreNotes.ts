import { ResourceType } from '../../api/ResourceType';
import { ArchivedItem } from '../contents/contentsArchive';
import { RestoreRecord } from './RestoreRecord';

const SOURCE = 'pkg/restore/restore.go';

/** What the log of a restore says before it puts an item back. */
export function noteAttempt(
  record: RestoreRecord,
  item: ArchivedItem,
  { group, version, kind }: ResourceType,
) {
  const fields = fieldsOf(item);
  record.info(
    `Getting client for ${group}/${version}, Kind=${kind}`,
    `${SOURCE}:1327`,
  );
  record.info(
    'restore status includes excludes: <nil>',
    `${SOURCE}:1618`,
    fields,
  );
  record.info(
    `Attempting to restore ${kind}: ${item.name}.`,
    `${SOURCE}:1820`,
    fields,
  );
}

export function noteSkipped(record: RestoreRecord, item: ArchivedItem) {
  record.info(
    `Restore of ${item.name} skipped: it already exists in the cluster and is the same as the backed up version`,
    `${SOURCE}:1972`,
    fieldsOf(item),
  );
}

/** The warning is one of the log only: it is in no results and not counted. */
export function noteCreated(
  record: RestoreRecord,
  item: ArchivedItem,
  namespace?: string,
) {
  const full = namespace ? `${namespace}/${item.name}` : item.name;
  const fields = fieldsOf(item);
  if (!item.object.metadata.annotations) {
    record.log.push({
      level: 'warning',
      message: `No annotations found for ${full}, using restore spec setting: false`,
      source: `${SOURCE}:3067`,
      fields,
    });
  }
  record.info(
    `the managed fields for ${full} is patched`,
    `${SOURCE}:2042`,
    fields,
  );
}

function fieldsOf({ resource, name, namespace = '' }: ArchivedItem) {
  return { groupResource: resource, namespace, 'original name': name };
}
