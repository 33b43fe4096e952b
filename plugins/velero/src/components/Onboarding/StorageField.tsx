import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import TextField from '@material-ui/core/TextField';
import {
  defaultBucketOf,
  isStorageProviderId,
  storageProviders,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { FieldProps } from './FieldProps';
import { PlaceCheck } from './PlaceCheck';
import { ProviderFacts } from './ProviderFacts';
import { ProviderValueField } from './ProviderValueField';
import { requestOf, StorageValue } from './TenantFormData';

/** Whose storage, which bucket, and whether the place is free. */
export function StorageField(props: FieldProps<StorageValue>) {
  const { formData: value = {}, formContext, onChange } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const form = formContext?.formData ?? {};
  const provider = value.provider && storageProviders[value.provider];
  const request = requestOf({ ...form, storage: value });
  return (
    <Box display="grid" gridGap={16}>
      <TextField
        select
        fullWidth
        id="velero-onboarding-provider"
        label={t('onboarding.storage.provider')}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        value={value.provider ?? ''}
        onChange={({ target }) =>
          onChange(
            isStorageProviderId(target.value)
              ? { bucket: value.bucket, provider: target.value }
              : undefined,
          )
        }
      >
        <option value="">{t('onboarding.storage.chooseProvider')}</option>
        {Object.values(storageProviders).map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </TextField>
      {provider && (
        <>
          <ProviderFacts provider={provider} />
          {provider.fields.map(field => (
            <ProviderValueField
              key={field.name}
              provider={provider}
              field={field}
              value={value.values?.[field.name]}
              onChange={text =>
                onChange({
                  ...value,
                  values: withText(value.values, field.name, text),
                })
              }
            />
          ))}
          <TextField
            fullWidth
            id="velero-onboarding-bucket"
            label={t('onboarding.storage.bucket')}
            helperText={t('onboarding.storage.bucketHint', {
              bucket: defaultBucketOf(form.tenant ?? '…'),
            })}
            value={value.bucket ?? ''}
            onChange={({ target }) =>
              onChange({ ...value, bucket: target.value || undefined })
            }
          />
          <PlaceCheck request={request} />
        </>
      )}
    </Box>
  );
}

function withText(
  values: Record<string, string> = {},
  name: string,
  text: string,
): Record<string, string> {
  const { [name]: before, ...others } = values;
  return text ? { ...others, [name]: text } : others;
}
