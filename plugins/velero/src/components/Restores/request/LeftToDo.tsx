import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RestoreRequestDetails,
  RestoreState,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';
import { toneOfRestoreState } from '../RestoreStateLabel';
import { useWishText } from '../useWishText';

/** What a person has to do now, in each state. */
export function LeftToDo(props: { request: RestoreRequestDetails }) {
  const { state, wish, outcome, drill } = props.request;
  const { t } = useTranslationRef(veleroTranslationRef);
  const wishText = useWishText();
  const targets =
    wish.namespaces.map(({ target }) => target).join(', ') ||
    wishText.short(wish);
  return (
    <Notice
      tone={toneOfRestoreState[state]}
      title={
        drill && isOfDrill(state)
          ? t(`restoreDrill.page.next.${state}`)
          : t(`restoreRequest.next.${state}`, { targets })
      }
    >
      {outcome?.message && <LinesText text={outcome.message} />}
      {outcome?.remedy && (
        <LinesText
          text={t('restoreRequest.checks.remedy', { remedy: outcome.remedy })}
        />
      )}
    </Notice>
  );
}

/** In the others there is the same to do as for any restore. */
function isOfDrill(
  state: RestoreState,
): state is 'succeeded' | 'partially-failed' | 'failed' {
  return ['succeeded', 'partially-failed', 'failed'].includes(state);
}
