import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestorePreview } from 'backstage-plugin-velero-common';
import { exactUtcTime, parseTime } from '../../../format/absoluteTime';
import { veleroTranslationRef } from '../../../translation';
import { Notice } from '../../ui/Notice';
import { CheckList } from './CheckList';
import { countLevel } from './groupChecks';
import { PreviewFacts } from './PreviewFacts';

/** Whether something can be restored as it is wished, in a sentence, and all that was looked at for it. */
export function PreviewChecks(props: {
  preview: Pick<RestorePreview, 'allow' | 'checks' | 'facts' | 'notBefore'>;
}) {
  const { allow, checks, facts, notBefore } = props.preview;
  const { t } = useTranslationRef(veleroTranslationRef);
  const start = parseTime(notBefore);
  return (
    <>
      <Notice
        tone={allow ? 'ok' : 'error'}
        title={t(`restoreRequest.checks.${allow ? 'allowed' : 'refused'}`)}
      >
        {t('restoreRequest.checks.counts', {
          stop: String(countLevel(checks, 'stop')),
          warn: String(countLevel(checks, 'warn')),
          ok: String(countLevel(checks, 'ok')),
        })}{' '}
        {start !== undefined &&
          t('restoreRequest.checks.notBefore', { time: exactUtcTime(start) })}
      </Notice>
      <PreviewFacts facts={facts} />
      <CheckList checks={checks} />
    </>
  );
}
