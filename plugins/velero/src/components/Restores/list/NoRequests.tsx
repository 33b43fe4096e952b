import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { veleroTranslationRef } from '../../../translation';
import { Notice } from '../../ui/Notice';
import { RequestListState } from './useRequestListState';

/** Says why there are no rows, and what to do next. */
export function NoRequests(props: { listState: RequestListState }) {
  const { view, state, cursor, toFirstPage } = props.listState;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (cursor) {
    return (
      <Notice
        tone="neutral"
        title={t('states.pastTheEnd.title')}
        action={
          <Button variant="outlined" onClick={toFirstPage}>
            {t('actions.firstPage')}
          </Button>
        }
      />
    );
  }
  const kind = state && view !== 'waiting' ? 'filtered' : view;
  return (
    <Notice tone="neutral" title={t(`restoreRequest.empty.${kind}`)}>
      {t(`restoreRequest.emptyNext.${kind}`)}
    </Notice>
  );
}
