import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { veleroTranslationRef } from '../../translation';

interface SecretReference {
  name: string;
  key: string;
}

/** Name and key of a Secret that somebody has made. */
export function ExistingSecretFields(props: {
  value: SecretReference;
  onChange(value: SecretReference): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  // Kept here, too: a form without a name yet has no value.
  const [value, setValue] = useState(props.value);
  const change = (changed: Partial<SecretReference>) => {
    const next = { ...value, ...changed };
    setValue(next);
    props.onChange(next);
  };
  return (
    <>
      <TextField
        fullWidth
        required
        id="velero-onboarding-secret-name"
        label={t('onboarding.credential.secretName')}
        value={value.name}
        onChange={({ target }) => change({ name: target.value.trim() })}
      />
      <TextField
        fullWidth
        required
        id="velero-onboarding-secret-key"
        label={t('onboarding.credential.secretKey')}
        value={value.key}
        onChange={({ target }) => change({ key: target.value.trim() })}
      />
    </>
  );
}
