import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { newRequestId } from '../../../api/newRequestId';
import { veleroTranslationRef } from '../../../translation';
import { YamlText } from '../../RunYaml/YamlText';
import { TextInput } from '../../ui/TextInput';
import { ApprovalList } from '../ApprovalList';
import { PreviewAnswer } from '../checks/PreviewAnswer';
import { WishSentence } from '../WishSentence';
import { ObstacleList } from './ObstacleList';
import { obstaclesOf } from './obstaclesOf';
import { RequestError } from './RequestError';
import { sentTargets } from './RestoreDraft';
import { RestoreForm } from './RestoreForm';
import { RequestRestore } from './useRequestRestore';
import { WizardStep } from './wizardSteps';

interface ReviewStepProps {
  form: RestoreForm;
  request: RequestRestore;
  goTo(step: WizardStep): void;
}

/** All of it once more, who has to agree, and the button that asks for it. */
export function ReviewStep(props: ReviewStepProps) {
  const { form, request, goTo } = props;
  const { entityRef, wish, draft } = form;
  const { t } = useTranslationRef(veleroTranslationRef);
  const obstacles = obstaclesOf(form);
  const sendAs = (key: string) => {
    if (wish) {
      // A name that was proposed is not proposed any more when the request has arrived.
      form.change({ key, targets: sentTargets(draft, wish) });
      request.send({ key, wish, entityRef });
    }
  };
  return (
    <>
      {wish && <WishSentence wish={wish} startedAt={form.point?.startedAt} />}
      <Agreement form={form} />
      <Confirmation form={form} />
      <ObstacleList obstacles={obstacles} goTo={goTo} />
      {request.error && (
        <RequestError
          error={request.error}
          onSendAsNew={() => sendAs(newRequestId())}
        />
      )}
      <div>
        <Button
          variant="contained"
          color="primary"
          disabled={obstacles.length > 0 || request.pending}
          onClick={() => sendAs(draft.key)}
        >
          {t(
            request.pending
              ? 'restoreWizard.review.sending'
              : 'restoreWizard.review.submit',
          )}
        </Button>
      </div>
    </>
  );
}

function Agreement(props: { form: RestoreForm }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <PreviewAnswer preview={props.form.preview}>
      {({ approvals, spec }) => (
        <>
          <Typography variant="subtitle1" component="h4">
            {t('restoreWizard.review.approvals')}
          </Typography>
          <ApprovalList approvals={approvals.map(rule => ({ rule }))} />
          <Typography variant="subtitle1" component="h4">
            {t('restoreWizard.review.spec')}
          </Typography>
          {spec ? (
            <YamlText
              label={t('restoreWizard.review.specLabel')}
              hint={t('restoreWizard.review.specHint')}
              value={spec}
            />
          ) : (
            <Typography>{t('restoreWizard.review.noSpec')}</Typography>
          )}
        </>
      )}
    </PreviewAnswer>
  );
}

function Confirmation(props: { form: RestoreForm }) {
  const { draft, change, wish } = props.form;
  const { t } = useTranslationRef(veleroTranslationRef);
  return draft.whole && wish ? (
    <TextInput
      id="velero-restore-confirmation"
      label={t('restoreWizard.review.typeName', { name: wish.backup.name })}
      value={draft.confirmation}
      onChange={confirmation => change({ confirmation })}
    />
  ) : null;
}
