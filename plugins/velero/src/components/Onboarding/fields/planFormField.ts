import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { planProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';
import { PlanReview } from '../PlanReview';

export const planFormField = createFormField({
  name: 'VeleroPlanReview',
  component: asField(PlanReview),
  validation: (value, field) => {
    planProblemsOf(value).forEach(problem => field.addError(problem));
  },
});
