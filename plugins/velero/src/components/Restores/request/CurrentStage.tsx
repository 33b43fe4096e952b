import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { RestoreRequestDetails } from 'backstage-plugin-velero-common';
import { exactUtcTime, parseTime } from '../../../format/absoluteTime';
import { veleroTranslationRef } from '../../../translation';
import { StatusLabel } from '../../ui/StatusLabel';

/** What a request waits for, or how far it has come; nothing once it has ended. */
export function CurrentStage(props: { request: RestoreRequestDetails }) {
  const { state, dueAt, notBefore } = props.request;
  const { t } = useTranslationRef(veleroTranslationRef);
  const until = useTimeWords('until', dueAt);
  const from = useTimeWords('from', notBefore);
  if (state === 'running') {
    return (
      <li>
        <StatusLabel tone="running">
          {t('restoreRequest.timeline.runs')}
        </StatusLabel>
        <RunProgress request={props.request} />
      </li>
    );
  }
  if (state !== 'pending' && state !== 'approved') {
    return null;
  }
  const what = t(
    `restoreRequest.timeline.${state === 'pending' ? 'waits' : 'turn'}`,
  );
  return (
    <li>
      <StatusLabel tone="waiting">
        {[what, from, until].filter(Boolean).join(', ')}
      </StatusLabel>
    </li>
  );
}

function useTimeWords(word: 'until' | 'from', iso: string | undefined) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const time = parseTime(iso);
  return time === undefined
    ? ''
    : t(`restoreRequest.timeline.${word}`, { time: exactUtcTime(time) });
}

function RunProgress(props: { request: RestoreRequestDetails }) {
  const { itemsDone = 0, itemsTotal } = props.request.outcome ?? {};
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!itemsTotal) {
    return null;
  }
  const done = String(itemsDone);
  return (
    <>
      <div role="status">
        {t('restoreRequest.timeline.items', {
          done,
          total: String(itemsTotal),
        })}
      </div>
      <LinearProgress
        variant="determinate"
        aria-label={t('restoreRequest.timeline.progress')}
        value={Math.min(100, (100 * itemsDone) / itemsTotal)}
      />
    </>
  );
}
