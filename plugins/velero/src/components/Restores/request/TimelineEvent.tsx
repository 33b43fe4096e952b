import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  RestoreRequestEvent,
  RestoreState,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { StatusLabel, Tone } from '../../ui/StatusLabel';
import { TimeText } from '../../ui/TimeText';
import { toneOfRestoreState } from '../RestoreStateLabel';

const tones = {
  requested: 'waiting',
  approved: 'ok',
  rejected: 'neutral',
  cancelled: 'neutral',
  commented: 'neutral',
  'owners-changed': 'neutral',
  submitting: 'running',
  submitted: 'running',
  ended: 'ok',
  proven: 'ok',
  'not-proven': 'warning',
  'cleanup-started': 'running',
  'cleanup-held': 'warning',
  'cleanup-failed': 'error',
  'cleaned-up': 'ok',
  expired: 'neutral',
  stale: 'warning',
  unknown: 'error',
  changed: 'error',
} as const satisfies Record<string, Tone>;

type KnownType = keyof typeof tones;

/** One thing that happened, by whom, when, and what was said with it. */
export function TimelineEvent(props: {
  event: RestoreRequestEvent;
  endState: RestoreState;
}) {
  const { type, actor, at, text } = props.event;
  const { t } = useTranslationRef(veleroTranslationRef);
  const what = isKnown(type)
    ? t(`restoreRequest.timeline.event.${type}`)
    : type;
  return (
    <li>
      <StatusLabel tone={toneOf(type, props.endState)}>
        {actor
          ? t('restoreRequest.timeline.by', {
              what,
              who: <EntityRefLink entityRef={actor} />,
            })
          : what}
      </StatusLabel>
      {text && <LinesText text={text} />}
      <div>
        <TimeText value={at} missing="" />
      </div>
    </li>
  );
}

function toneOf(type: string, endState: RestoreState): Tone {
  if (type === 'ended') {
    return toneOfRestoreState[endState];
  }
  return isKnown(type) ? tones[type] : 'neutral';
}

function isKnown(type: string): type is KnownType {
  return Object.hasOwn(tones, type);
}
