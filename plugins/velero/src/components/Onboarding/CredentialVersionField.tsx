import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { veleroTranslationRef } from '../../translation';

/** Digits that the name of a Secret has room for. */
const DIGITS = 6;

/**
 * Which version of a credential is wanted. What is typed as a key is known to nobody before the task runs, so that only
 * this tells the plan that a key replaces the one in use.
 */
export function CredentialVersionField(props: {
  value: number | undefined;
  onChange(version: number | undefined): void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <TextField
      fullWidth
      id="velero-onboarding-credential-version"
      label={t('onboarding.credential.version')}
      helperText={t('onboarding.credential.versionHint')}
      value={value ?? ''}
      onChange={({ target }) => onChange(versionIn(target.value))}
      inputProps={{ inputMode: 'numeric', autoComplete: 'off' }}
    />
  );
}

function versionIn(text: string): number | undefined {
  return Number(text.replace(/\D/g, '').slice(0, DIGITS)) || undefined;
}
