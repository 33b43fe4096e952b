import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PlanReview } from '../PlanReview';
import { asField } from '../FieldProps';

export const planFormField = createFormField({
  name: 'VeleroPlanReview',
  component: asField(PlanReview),
});
