import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DrillsResponse } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { Notice } from '../../ui/Notice';
import { DrillLink } from './DrillLink';

/** A drill that is not over, or that has left something to be removed. */
export function OpenDrill(props: {
  open: NonNullable<DrillsResponse['open']>;
}) {
  const { request, state, cleanup } = props.open;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Notice
      tone="running"
      title={
        cleanup === 'deleting'
          ? t('restoreDrill.open.deleting')
          : t('restoreDrill.open.waits', {
              state: t(`restoreRequest.state.${state}`),
            })
      }
      action={<DrillLink request={request} />}
    />
  );
}
