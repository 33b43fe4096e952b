import { MissingAnnotationEmptyState } from '@backstage/plugin-catalog-react';
import { KUBERNETES_NAMESPACE_ANNOTATION } from 'backstage-plugin-velero-common';
import { AnnotationHint } from './AnnotationHint';

/** Helps an entity that claims no namespace to claim one. */
export function MissingAnnotation() {
  return (
    <>
      <AnnotationHint />
      <MissingAnnotationEmptyState
        annotation={KUBERNETES_NAMESPACE_ANNOTATION}
      />
    </>
  );
}
