import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { veleroTranslationRef } from '../../../translation';
import { Notice } from '../../ui/Notice';
import { canBePreviewed } from './problemsOf';
import { PreviewAnswer } from '../checks/PreviewAnswer';
import { PreviewChecks } from '../checks/PreviewChecks';
import { RestoreForm } from './RestoreForm';

/** What would come of it as things are now. */
export function ChecksStep(props: { form: RestoreForm }) {
  const { preview, problems, wish } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!wish || !canBePreviewed(problems)) {
    return (
      <Notice
        tone="warning"
        title={t(
          wish
            ? 'restoreWizard.review.wrongFields'
            : 'restoreWizard.review.notChecked',
        )}
      />
    );
  }
  return (
    <>
      <PreviewAnswer preview={preview}>
        {answer => <PreviewChecks preview={answer} />}
      </PreviewAnswer>
      <Typography variant="body2" color="textSecondary">
        {t('restoreWizard.checks.asOf')}
      </Typography>
      <div>
        <Button variant="outlined" onClick={preview.retry}>
          {t('restoreWizard.checks.again')}
        </Button>
      </div>
    </>
  );
}
