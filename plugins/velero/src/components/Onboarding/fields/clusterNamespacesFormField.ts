import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterNamespacesPicker } from '../ClusterNamespacesPicker';
import { clustersProblemsOf } from '../fieldProblems';
import { asField } from '../FieldProps';
import { validationOf } from './validationOf';

export const clusterNamespacesFormField = createFormField({
  name: 'VeleroClusterNamespacesPicker',
  component: asField(ClusterNamespacesPicker),
  validation: validationOf(clustersProblemsOf),
});
