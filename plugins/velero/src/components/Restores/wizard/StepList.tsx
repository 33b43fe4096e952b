import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { veleroTranslationRef } from '../../../translation';
import { WizardStepState } from './useWizardStep';
import { WIZARD_STEPS } from './wizardSteps';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    step: {
      padding: theme.spacing(1, 2),
      fontSize: '1rem',
      color: theme.palette.text.primary,
      borderBottom: '3px solid transparent',
      '&:hover, &:focus-visible': { borderBottomColor: theme.palette.divider },
    },
    current: {
      fontWeight: 700,
      '&, &:hover': { borderBottomColor: theme.palette.primary.main },
    },
  }),
  { name: 'VeleroStepList' },
);

/** Leads to any step: none of them has to be gone through first. */
export function StepList(props: { steps: WizardStepState }) {
  const { step: current, goTo } = props.steps;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <nav aria-label={t('restoreWizard.steps')}>
      <ol className={classes.list}>
        {WIZARD_STEPS.map((step, index) => (
          <li key={step}>
            <ButtonBase
              className={`${classes.step} ${
                step === current ? classes.current : ''
              }`}
              aria-current={step === current ? 'step' : undefined}
              onClick={() => goTo(step)}
            >
              {t('restoreWizard.stepNumber', {
                number: String(index + 1),
                title: t(`restoreWizard.step.${step}`),
              })}
            </ButtonBase>
          </li>
        ))}
      </ol>
    </nav>
  );
}
