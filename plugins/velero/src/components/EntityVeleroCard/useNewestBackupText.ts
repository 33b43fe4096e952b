import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupSummary, EntityResponse } from 'backstage-plugin-velero-common';
import { parseTime } from '../../format/absoluteTime';
import { useNow } from '../../hooks/useNow';
import { useRelativeTime } from '../../hooks/useRelativeTime';
import { veleroTranslationRef } from '../../translation';
import { toneOfBackup } from '../BackupList/toneOfBackup';
import { emptyKind, toneOfEmpty } from '../states/emptyKind';
import { Tone } from '../ui/StatusLabel';

/** The newest restore point in words. Never in green when a cluster could not be asked. */
export function useNewestBackupText(answer: EntityResponse<BackupSummary>): {
  tone: Tone;
  text: string;
} {
  const { t } = useTranslationRef(veleroTranslationRef);
  const now = useNow();
  const relative = useRelativeTime(now);
  const { clusters } = answer;
  const newest = answer.items.at(0);
  if (!newest) {
    const kind = emptyKind({ clusters });
    const title = t(`states.${kind}.title`, { what: t('backups.noun') });
    return { tone: toneOfEmpty(kind), text: `${title}.` };
  }
  const time = parseTime(newest.startedAt ?? newest.createdAt);
  const tone = toneOfBackup(newest);
  const phase = newest.phase || t('backups.unknownPhase');
  const sure = clusters.every(({ state }) => state === 'live');
  return {
    tone: tone === 'ok' && !sure ? 'warning' : tone,
    text:
      time === undefined
        ? t('card.newestUndated', { phase })
        : t('card.newest', { relative: relative(time), phase }),
  };
}
