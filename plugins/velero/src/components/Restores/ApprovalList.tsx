import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { RestoreApproval } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';
import { useApproverText } from './useApproverText';

/** Who has to agree, and, once it was asked for, who has. */
export function ApprovalList(props: {
  approvals: Array<Pick<RestoreApproval, 'rule'> & Partial<RestoreApproval>>;
}) {
  const { approvals } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const approverText = useApproverText();
  if (approvals.length === 0) {
    return <Typography>{t('restoreRequest.approvals.nobody')}</Typography>;
  }
  return (
    <>
      <ul>
        {approvals.map(approval => (
          <li key={approverText(approval.rule)}>
            {approverText(approval.rule)} <Progress {...approval} />
          </li>
        ))}
      </ul>
      <Typography variant="body2">
        {t('restoreRequest.approvals.never')}
      </Typography>
    </>
  );
}

function Progress(props: Partial<RestoreApproval>) {
  const { given, isMet } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!given) {
    return null;
  }
  const who = given.join(', ') || t('restoreRequest.approvals.nobodyYet');
  return (
    <StatusLabel tone={isMet ? 'ok' : 'waiting'}>
      {t(`restoreRequest.approvals.${isMet ? 'met' : 'missing'}`, { who })}
    </StatusLabel>
  );
}
