import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';
import { readLabels, writeLabels } from '../../format/labelsText';

/** Labels that what is backed up has to carry, as text. */
export function LabelsField(props: {
  value?: Record<string, string>;
  onChange(labels: Record<string, string> | undefined): void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  // A text that is half typed is no value yet.
  const [text, setText] = useState(writeLabels(value));
  const isWrong = text !== '' && readLabels(text) === undefined;
  return (
    <TextField
      fullWidth
      id="velero-onboarding-labels"
      label={t('onboarding.schedules.labels')}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(readLabels(target.value));
      }}
      inputProps={{ 'aria-invalid': isWrong }}
      FormHelperTextProps={{ role: 'status' }}
      helperText={
        isWrong ? (
          <StatusLabel tone="error">
            {t('onboarding.schedules.labelsProblem')}
          </StatusLabel>
        ) : (
          t('onboarding.schedules.labelsHint')
        )
      }
    />
  );
}
