import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CredentialField } from '../CredentialField';
import { credentialProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';
import { validationOf } from './validationOf';

export const credentialFormField = createFormField({
  name: 'VeleroCredentialField',
  component: asField(CredentialField),
  validation: validationOf(credentialProblemsOf),
});
