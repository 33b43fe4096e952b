import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterNamespacesPicker } from '../ClusterNamespacesPicker';
import { clustersProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';

export const clusterNamespacesFormField = createFormField({
  name: 'VeleroClusterNamespacesPicker',
  component: asField(ClusterNamespacesPicker),
  validation: (value, field) => {
    clustersProblemsOf(value).forEach(problem => field.addError(problem));
  },
});
