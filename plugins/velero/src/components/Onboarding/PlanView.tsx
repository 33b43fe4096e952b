import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Checkbox from '@material-ui/core/Checkbox';
import Typography from '@material-ui/core/Typography';
import { TenantPlan, TenantPlanResponse } from 'backstage-plugin-velero-common';
import { ReactNode } from 'react';
import { veleroTranslationRef } from '../../translation';
import { ServiceCosts } from '../LocationList/ServiceCosts';
import { Choice } from '../ui/Choice';
import { Notice } from '../ui/Notice';
import { StatusLabel } from '../ui/StatusLabel';
import { PlanChanges } from './PlanChanges';
import { PlannedObjects } from './PlannedObjects';

/** A plan that can be applied: what it does, when backups are made, what to know before, and the objects. */
export function PlanView(props: {
  response: TenantPlanResponse;
  plan: TenantPlan;
  accepted: boolean;
  onAccept(yes: boolean): void;
}) {
  const { response, plan, accepted, onAccept } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { prices } = plan.places[0] ?? {};
  return (
    <>
      <Notice tone="ok" title={t('onboarding.plan.ready')} />
      <PlanPart title={t('onboarding.plan.changes')}>
        <PlanChanges changes={response.changes} />
        {response.digest && (
          <Choice
            id="velero-onboarding-accept"
            control={Checkbox}
            label={t('onboarding.plan.accept')}
            checked={accepted}
            onChoose={() => onAccept(!accepted)}
          />
        )}
      </PlanPart>
      <PlanPart title={t('onboarding.plan.schedules')}>
        <ul>
          {plan.clusters.flatMap(({ cluster, schedules }) =>
            schedules.map(({ object, sentence }) => (
              <li key={`${cluster} ${object.metadata.name}`}>
                {cluster}: {sentence}
              </li>
            )),
          )}
        </ul>
        {prices && <ServiceCosts service={prices} />}
      </PlanPart>
      {response.warnings.length > 0 && (
        <PlanPart title={t('onboarding.plan.warnings')}>
          {response.warnings.map(({ field, message }) => (
            <div key={`${field} ${message}`}>
              <StatusLabel tone="warning">{message}.</StatusLabel>
            </div>
          ))}
        </PlanPart>
      )}
      {plan.needs.length > 0 && (
        <PlanPart title={t('onboarding.plan.needs')}>
          <ul>
            {plan.needs.map(need => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </PlanPart>
      )}
      <PlannedObjects plan={plan} />
    </>
  );
}

function PlanPart(props: { title: string; children: ReactNode }) {
  return (
    <Box component="section" mb={2} aria-label={props.title}>
      <Typography variant="subtitle1" component="h3">
        {props.title}
      </Typography>
      {props.children}
    </Box>
  );
}
