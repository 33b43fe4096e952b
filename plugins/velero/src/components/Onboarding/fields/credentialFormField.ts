import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CredentialField } from '../CredentialField';
import { credentialProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';

export const credentialFormField = createFormField({
  name: 'VeleroCredentialField',
  component: asField(CredentialField),
  validation: (value, field) => {
    credentialProblemsOf(value).forEach(problem => field.addError(problem));
  },
});
