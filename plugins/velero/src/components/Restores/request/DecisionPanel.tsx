import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RestoreRequestDetails } from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { reasonOf } from '../../../format/reasonOf';
import { veleroTranslationRef } from '../../../translation';
import { LinesText } from '../../ui/LinesText';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { TextInput } from '../../ui/TextInput';
import { Decide, useDecision } from './useDecision';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'VeleroDecisionPanel' },
);

/** Where somebody decides on a request, takes it back, or says something about it. */
export function DecisionPanel(props: {
  request: RestoreRequestDetails;
  onChange(): void;
}) {
  const { request, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const [text, setText] = useState('');
  const { decide, pending, error } = useDecision({
    id: request.id,
    onDone: () => {
      setText('');
      onChange();
    },
    onFailure: onChange,
  });
  const title = request.mayApprove ? 'title' : 'titleComment';
  return (
    <Section title={t(`restoreRequest.decision.${title}`)} level={3}>
      <TextInput
        id="velero-restore-decision"
        label={t('restoreRequest.decision.text')}
        hint={t('restoreRequest.decision.hint')}
        rows={3}
        value={text}
        onChange={setText}
      />
      {error && (
        <Notice tone="error" title={t('restoreRequest.decision.failed')}>
          <LinesText text={reasonOf(error)} />
        </Notice>
      )}
      <Buttons
        request={request}
        text={text.trim()}
        pending={pending}
        decide={decide}
      />
    </Section>
  );
}

function Buttons(props: {
  request: RestoreRequestDetails;
  text: string;
  pending: boolean;
  decide: Decide;
}) {
  const { request, text, pending, decide } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div className={classes.buttons}>
      {request.mayApprove && (
        <>
          <Button
            variant="contained"
            color="primary"
            disabled={pending}
            onClick={() => decide('approve', text)}
          >
            {t('restoreRequest.decision.approve')}
          </Button>
          <Button
            variant="outlined"
            disabled={pending || !text}
            onClick={() => decide('reject', text)}
          >
            {t('restoreRequest.decision.reject')}
          </Button>
        </>
      )}
      <Button
        variant="outlined"
        disabled={pending || !text}
        onClick={() => decide('comment', text)}
      >
        {t('restoreRequest.decision.comment')}
      </Button>
      {request.mayCancel && (
        <Button
          variant="outlined"
          disabled={pending}
          onClick={() => decide('cancel', text)}
        >
          {t(
            request.state === 'unknown'
              ? 'restoreRequest.decision.close'
              : 'restoreRequest.decision.cancel',
          )}
        </Button>
      )}
    </div>
  );
}
