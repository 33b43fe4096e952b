import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useEffect, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { veleroTranslationRef } from '../../translation';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { Notice } from '../ui/Notice';
import { FieldProps } from './FieldProps';
import { PlanView } from './PlanView';
import { RefusalList } from './RefusalList';
import { PlanValue, requestOf } from './TenantFormData';
import { useTenantPlan } from './useTenantPlan';

/** Shows what will happen, or what stands in the way. The form goes on only with a plan that can be applied. */
export function PlanReview(props: FieldProps<PlanValue>) {
  const { formData, formContext } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const request = requestOf(formContext?.formData ?? {});
  const { answer: response, error, retry } = useTenantPlan(request);
  const [accepted, setAccepted] = useState<string>();
  const { plan, digest = '' } = response ?? {};
  const value = plan && (!digest || digest === accepted) ? digest : undefined;
  useValue(value, { ...props, formData });

  if (!request) {
    return <Notice tone="warning" title={t('onboarding.plan.incomplete')} />;
  }
  if (error) {
    return <QueryErrorNotice error={error} onRetry={retry} />;
  }
  if (!response) {
    return <Typography role="status">{t('onboarding.loading')}</Typography>;
  }
  if (!plan) {
    return (
      <Notice tone="error" title={t('onboarding.plan.refused')}>
        <RefusalList refusals={response.refusals} />
      </Notice>
    );
  }
  return (
    <PlanView
      response={response}
      plan={plan}
      accepted={digest === accepted}
      onAccept={yes => setAccepted(yes ? digest : undefined)}
    />
  );
}

/** Keeps the form's value in step with what the plan says. */
function useValue(
  digest: string | undefined,
  { formData, onChange }: FieldProps<PlanValue>,
) {
  const change = useLatest(onChange);
  const before = formData?.digest;
  useEffect(() => {
    if (before !== digest) {
      change.current(digest === undefined ? undefined : { digest });
    }
  }, [before, digest, change]);
}
