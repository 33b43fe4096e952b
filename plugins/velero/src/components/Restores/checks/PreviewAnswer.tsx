import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestorePreview } from 'backstage-plugin-velero-common';
import { ReactNode } from 'react';
import { SettledQuery } from '../../../hooks/useSettledQuery';
import { veleroTranslationRef } from '../../../translation';
import { LoadingRows } from '../../states/LoadingRows';
import { QueryErrorNotice } from '../../states/QueryErrorNotice';

/** What would come of a wish, or why that is not known. */
export function PreviewAnswer(props: {
  preview: SettledQuery<RestorePreview>;
  children(preview: RestorePreview): ReactNode;
}) {
  const { answer, error, retry } = props.preview;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (error) {
    return <QueryErrorNotice error={error} onRetry={retry} />;
  }
  return answer ? (
    <>{props.children(answer)}</>
  ) : (
    <LoadingRows what={t('restoreRequest.checks.pending')} rows={4} />
  );
}
