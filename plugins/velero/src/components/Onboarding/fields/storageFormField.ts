import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { storageProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';
import { StorageField } from '../StorageField';
import { validationOf } from './validationOf';

export const storageFormField = createFormField({
  name: 'VeleroStorageField',
  component: asField(StorageField),
  validation: validationOf(storageProblemsOf),
});
