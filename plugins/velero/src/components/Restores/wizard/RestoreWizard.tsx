import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ComponentType, useRef } from 'react';
import useUpdateEffect from 'react-use/esm/useUpdateEffect';
import { useNavigate } from 'react-router-dom';
import { useRestorePaths } from '../../../hooks/useRestorePaths';
import { veleroTranslationRef } from '../../../translation';
import { Section } from '../../ui/Section';
import { ChecksStep } from './ChecksStep';
import { HowStep } from './HowStep';
import { ReviewStep } from './ReviewStep';
import { RestoreDraft } from './RestoreDraft';
import { RestoreForm } from './RestoreForm';
import { StepList } from './StepList';
import { useRequestRestore } from './useRequestRestore';
import { useRestoreDraft } from './useRestoreDraft';
import { useRestoreForm } from './useRestoreForm';
import { useWizardStep, WizardStepState } from './useWizardStep';
import { WhatStep } from './WhatStep';
import { WhereStep } from './WhereStep';
import { WhyStep } from './WhyStep';
import { WizardStep } from './wizardSteps';

const STEPS: Record<
  Exclude<WizardStep, 'review'>,
  ComponentType<{ form: RestoreForm }>
> = {
  what: WhatStep,
  where: WhereStep,
  how: HowStep,
  checks: ChecksStep,
  why: WhyStep,
};

const useStyles = makeStyles(
  theme => ({
    step: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    ways: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'VeleroRestoreWizard' },
);

interface RestoreWizardProps {
  entityRef: string;
  /** Names the draft. */
  name: string;
  initial(): RestoreDraft;
}

/** Leads from the restore point to the request. */
export function RestoreWizard(props: RestoreWizardProps) {
  const { entityRef, name, initial } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const state = useRestoreDraft({ name, initial });
  const form = useRestoreForm({ entityRef, state });
  const steps = useWizardStep();
  const navigate = useNavigate();
  const paths = useRestorePaths();
  const request = useRequestRestore(({ id }) => {
    state.forget();
    navigate(paths?.request(id) ?? '..', { replace: true });
  });
  const { step, goTo } = steps;
  const content = useRef<HTMLDivElement>(null);
  // Whoever cannot see the page hears that it has gone on.
  useUpdateEffect(() => content.current?.focus(), [step]);
  const Step = step === 'review' ? undefined : STEPS[step];
  return (
    <>
      <StepList steps={steps} />
      <Section title={t(`restoreWizard.step.${step}`)} level={3}>
        <div
          ref={content}
          tabIndex={-1}
          role="group"
          aria-label={t(`restoreWizard.step.${step}`)}
          className={classes.step}
        >
          {Step ? (
            <Step form={form} />
          ) : (
            <ReviewStep form={form} request={request} goTo={goTo} />
          )}
        </div>
        <div className={classes.ways}>
          <Ways steps={steps} />
          <Button onClick={state.startOver}>
            {t('restoreWizard.startOver')}
          </Button>
        </div>
      </Section>
    </>
  );
}

function Ways(props: { steps: WizardStepState }) {
  const { previous, next, goTo } = props.steps;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {previous && (
        <Button variant="outlined" onClick={() => goTo(previous)}>
          {t('restoreWizard.back')}
        </Button>
      )}
      {next && (
        <Button variant="contained" color="primary" onClick={() => goTo(next)}>
          {t('restoreWizard.next', {
            title: t(`restoreWizard.step.${next}`),
          })}
        </Button>
      )}
    </>
  );
}
