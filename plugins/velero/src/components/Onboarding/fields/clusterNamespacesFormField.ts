import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterNamespacesPicker } from '../ClusterNamespacesPicker';
import { asField } from '../FieldProps';

export const clusterNamespacesFormField = createFormField({
  name: 'VeleroClusterNamespacesPicker',
  component: asField(ClusterNamespacesPicker),
});
