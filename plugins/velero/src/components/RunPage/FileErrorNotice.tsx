import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { reasonOf } from '../../format/reasonOf';
import { veleroTranslationRef } from '../../translation';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { Notice } from '../ui/Notice';
import { Tone } from '../ui/StatusLabel';
import { FileProblem, fileProblemOf } from './fileProblemOf';

const tones: Partial<Record<FileProblem, Tone>> = {
  none: 'neutral',
  pending: 'waiting',
};

/** Says why a file cannot be shown: what is wrong in a few words, and the backend's sentence on what to do. */
export function FileErrorNotice(props: { error: Error; onRetry(): void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const problem = fileProblemOf(error);
  if (!problem) {
    return <QueryErrorNotice error={error} onRetry={onRetry} />;
  }
  return (
    <Notice
      tone={tones[problem] ?? 'error'}
      title={t(`page.problem.${problem}`)}
      action={
        <Button variant="outlined" onClick={onRetry}>
          {t('actions.retry')}
        </Button>
      }
    >
      {t('page.sentence', { text: reasonOf(error) })}
    </Notice>
  );
}
