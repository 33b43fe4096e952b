import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { SchedulesField } from '../SchedulesField';
import { asField } from '../FieldProps';

export const schedulesFormField = createFormField({
  name: 'VeleroSchedulesField',
  component: asField(SchedulesField),
});
