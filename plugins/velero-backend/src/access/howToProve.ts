import {
  NAMESPACE_OWNER_ANNOTATION,
  NamespaceClaim,
} from 'backstage-plugin-velero-common';

/** The line that an administrator of the cluster runs to prove a claim for one of these owners. */
export function howToProve(claim: NamespaceClaim, owners: string[]): string {
  const context = claim.cluster ? `--context ${claim.cluster} ` : '';
  return `kubectl ${context}annotate namespace ${claim.namespace} ${NAMESPACE_OWNER_ANNOTATION}=${owners[0]}`;
}
