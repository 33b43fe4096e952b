import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { veleroTranslationRef } from '../../../translation';
import { QueryErrorNotice } from '../../states/QueryErrorNotice';
import { Notice } from '../../ui/Notice';
import { PreviewAnswer } from '../checks/PreviewAnswer';
import { KindFateTable } from './KindFateTable';
import { PointChoice } from './PointChoice';
import { RestoreForm } from './RestoreForm';
import { ScopeChoice } from './ScopeChoice';

/** From when, and what of it. */
export function WhatStep(props: { form: RestoreForm }) {
  const { form } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <MissingPoint form={form} />
      <PointChoice form={form} />
      <ScopeChoice form={form} />
      {form.point && (
        <>
          <Typography variant="subtitle1" component="h4">
            {t('restoreWizard.what.contents')}
          </Typography>
          <Contents form={form} />
        </>
      )}
    </>
  );
}

function MissingPoint(props: { form: RestoreForm }) {
  const { draft, point, copiesQuery } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!draft.backup || point || copiesQuery.outdated) {
    return null;
  }
  return copiesQuery.error ? (
    <QueryErrorNotice error={copiesQuery.error} onRetry={copiesQuery.retry} />
  ) : (
    <Notice tone="warning" title={t('restoreWizard.what.gone')}>
      {t('restoreWizard.what.goneNext')}
    </Notice>
  );
}

function Contents(props: { form: RestoreForm }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <PreviewAnswer preview={props.form.preview}>
      {({ kinds }) =>
        kinds.length > 0 ? (
          <KindFateTable kinds={kinds} />
        ) : (
          <Typography>{t('restoreWizard.what.unknown')}</Typography>
        )
      }
    </PreviewAnswer>
  );
}
