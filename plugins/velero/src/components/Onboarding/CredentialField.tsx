import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import {
  CREDENTIAL_KEY,
  storageProviders,
  TenantCredential,
} from 'backstage-plugin-velero-common';
import { useState } from 'react';
import { veleroTranslationRef } from '../../translation';
import { Choice } from '../ui/Choice';
import { ChoiceGroup } from '../ui/ChoiceGroup';
import { CredentialVersionField } from './CredentialVersionField';
import { isCredential } from './fieldProblems';
import { ExistingSecretFields } from './ExistingSecretFields';
import { FieldProps } from './FieldProps';
import { GivenCredentialFields } from './GivenCredentialFields';

/** Where Velero finds the credential. What is typed goes into the secrets of the task, never into the form. */
export function CredentialField(props: FieldProps<TenantCredential>) {
  const { formData, formContext, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const [isGiven, setGiven] = useState(
    !(formData && 'existingSecret' in formData),
  );
  // Kept here, too: a form without a key yet has no value.
  const [version, setVersion] = useState(
    formData && 'given' in formData ? formData.given.version : undefined,
  );
  const { provider } = formContext?.formData?.storage ?? {};
  if (!provider) {
    return <Typography>{t('onboarding.credential.providerFirst')}</Typography>;
  }
  const choose = (given: boolean) => {
    setGiven(given);
    onChange(undefined);
  };
  const give = (complete: boolean, wanted: number | undefined) => {
    setVersion(wanted);
    onChange(complete ? { given: { version: wanted } } : undefined);
  };
  return (
    <Box display="grid" gridGap={16}>
      <ChoiceGroup title={t('onboarding.credential.title')}>
        <RadioGroup aria-label={t('onboarding.credential.title')}>
          <Choice
            id="velero-onboarding-credential-given"
            control={Radio}
            label={t('onboarding.credential.given')}
            hint={t('onboarding.credential.givenHint')}
            value="given"
            checked={isGiven}
            onChoose={() => choose(true)}
          />
          <Choice
            id="velero-onboarding-credential-existing"
            control={Radio}
            label={t('onboarding.credential.existing')}
            hint={t('onboarding.credential.existingHint')}
            value="existing"
            checked={!isGiven}
            onChoose={() => choose(false)}
          />
        </RadioGroup>
      </ChoiceGroup>
      {isGiven ? (
        <>
          <GivenCredentialFields
            form={storageProviders[provider].credential}
            isSet={isCredential(formData)}
            onComplete={complete => give(complete, version)}
          />
          <CredentialVersionField
            value={version}
            onChange={wanted => give(isCredential(formData), wanted)}
          />
        </>
      ) : (
        <ExistingSecretFields
          value={
            formData && 'existingSecret' in formData
              ? formData.existingSecret
              : { name: '', key: CREDENTIAL_KEY }
          }
          onChange={existingSecret =>
            onChange(
              existingSecret.name && existingSecret.key
                ? { existingSecret }
                : undefined,
            )
          }
        />
      )}
    </Box>
  );
}
