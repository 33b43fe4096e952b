import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel, Tone } from '../ui/StatusLabel';

const tones = {
  created: 'ok',
  updated: 'ok',
  skipped: 'neutral',
  failed: 'error',
} as const satisfies Record<string, Tone>;

/** What a restore did with an object. */
export function ResourceAction(props: { action?: string }) {
  const { action = '' } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return isKnown(action) ? (
    <StatusLabel tone={tones[action]}>
      {t(`page.contents.action.${action}`)}
    </StatusLabel>
  ) : (
    <>{action}</>
  );
}

function isKnown(action: string): action is keyof typeof tones {
  return Object.hasOwn(tones, action);
}
