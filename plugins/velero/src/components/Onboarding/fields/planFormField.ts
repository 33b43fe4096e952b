import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { planProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';
import { PlanReview } from '../PlanReview';
import { validationOf } from './validationOf';

export const planFormField = createFormField({
  name: 'VeleroPlanReview',
  component: asField(PlanReview),
  validation: validationOf(planProblemsOf),
});
