import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import {
  KUBERNETES_NAMESPACE_ANNOTATION,
  VELERO_NAMESPACES_ANNOTATION,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Helps an entity that claims no namespace to claim one. */
export function MissingAnnotation() {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      <MissingAnnotationEmptyState
        annotation={KUBERNETES_NAMESPACE_ANNOTATION}
      />
      <Typography>
        {t('missingAnnotation', {
          namespaceAnnotation: `${KUBERNETES_NAMESPACE_ANNOTATION}: <namespace>`,
          clusterAnnotation: `${VELERO_NAMESPACES_ANNOTATION}: <cluster>/<namespace>`,
        })}
      </Typography>
    </>
  );
}
