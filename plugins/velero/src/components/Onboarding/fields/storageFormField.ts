import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { storageProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';
import { StorageField } from '../StorageField';

export const storageFormField = createFormField({
  name: 'VeleroStorageField',
  component: asField(StorageField),
  validation: (value, field) => {
    storageProblemsOf(value).forEach(problem => field.addError(problem));
  },
});
