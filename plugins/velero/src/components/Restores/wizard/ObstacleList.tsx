import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { veleroTranslationRef } from '../../../translation';
import { Notice } from '../../ui/Notice';
import { Obstacle } from './obstaclesOf';
import { WizardStep } from './wizardSteps';

/** What has to be done before it can be asked for, and where. */
export function ObstacleList(props: {
  obstacles: Obstacle[];
  goTo(step: WizardStep): void;
}) {
  const { obstacles, goTo } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (obstacles.length === 0) {
    return null;
  }
  return (
    <Notice tone="warning" title={t('restoreWizard.review.missing')}>
      <ul>
        {obstacles.map(({ reason, step }) => (
          <li key={`${reason} ${step}`}>
            {t(`restoreWizard.review.${reason}`)}{' '}
            {step !== 'review' && (
              <Button size="small" onClick={() => goTo(step)}>
                {t('restoreWizard.review.goTo', {
                  title: t(`restoreWizard.step.${step}`),
                })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
