import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DrillRecord, DrillsResponse } from 'backstage-plugin-velero-common';
import { parseTime } from '../../../format/absoluteTime';
import { formatDuration } from '../../../format/duration';
import { useNow } from '../../../hooks/useNow';
import { useRelativeTime } from '../../../hooks/useRelativeTime';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';
import { DrillLink } from './DrillLink';

/** What was proven last, and what was not since. */
export function LastDrills(props: { drills: DrillsResponse }) {
  const { lastProven, lastUnproven, namespaces } = props.drills;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {lastProven ? (
        <LastProven record={lastProven} all={namespaces} />
      ) : (
        <Notice tone="warning" title={t('restoreDrill.never')}>
          {t('restoreDrill.neverNext')}
        </Notice>
      )}
      {lastUnproven && <LastUnproven record={lastUnproven} />}
    </>
  );
}

function LastProven(props: {
  record: DrillRecord;
  all: DrillsResponse['namespaces'];
}) {
  const { request, duration, endedAt, backup, namespaces } = props.record;
  const { itemsRestored, itemsInBackup } = props.record;
  const { t } = useTranslationRef(veleroTranslationRef);
  const ago = useAgo(endedAt);
  const others = othersThan(props.record, props.all);
  return (
    <Notice
      tone="ok"
      title={
        duration === undefined
          ? t('restoreDrill.provenNoDuration', { ago })
          : t('restoreDrill.proven', {
              ago,
              duration: formatDuration(duration),
            })
      }
      action={<DrillLink request={request} />}
    >
      {t('restoreDrill.details', {
        restored: String(itemsRestored),
        total: String(itemsInBackup),
        namespaces: namespaces.join(', '),
        backup: backup.name,
      })}
      {others.length > 0 &&
        ` ${t('restoreDrill.others', { namespaces: others.join(', ') })}`}
    </Notice>
  );
}

/** Namespaces beside those of the drill. */
function othersThan(
  { backup, namespaces }: DrillRecord,
  all: DrillsResponse['namespaces'],
): string[] {
  return all
    .filter(
      ({ cluster, namespace }) =>
        cluster === backup.cluster && !namespaces.includes(namespace),
    )
    .map(({ namespace }) => namespace);
}

function LastUnproven(props: { record: DrillRecord }) {
  const { request, endedAt, reasons } = props.record;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Notice
      tone="error"
      title={t('restoreDrill.unproven', { ago: useAgo(endedAt) })}
      action={<DrillLink request={request} />}
    >
      <LinesText text={reasons.join('\n')} />
    </Notice>
  );
}

/** A time as people say it; the text itself where it is none. */
function useAgo(time: string): string {
  const relative = useRelativeTime(useNow());
  const parsed = parseTime(time);
  return parsed === undefined ? time : relative(parsed);
}
