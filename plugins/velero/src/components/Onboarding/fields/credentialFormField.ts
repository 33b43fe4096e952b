import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CredentialField } from '../CredentialField';
import { asField } from '../FieldProps';

export const credentialFormField = createFormField({
  name: 'VeleroCredentialField',
  component: asField(CredentialField),
});
