import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  KUBERNETES_NAMESPACE_ANNOTATION,
  VELERO_NAMESPACES_ANNOTATION,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Says which annotation makes an entity claim a namespace. */
export function AnnotationHint() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Typography variant="body2">
      {t('missingAnnotation', {
        namespaceAnnotation: `${KUBERNETES_NAMESPACE_ANNOTATION}: <namespace>`,
        clusterAnnotation: `${VELERO_NAMESPACES_ANNOTATION}: <cluster>/<namespace>`,
      })}
    </Typography>
  );
}
