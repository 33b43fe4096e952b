import {
  NAMESPACE_OWNER_ANNOTATION,
  NamespaceClaim,
} from 'backstage-plugin-velero-common';

/** The line that an administrator of the cluster runs to prove a claim for one of these owners. */
export function howToProve(claim: NamespaceClaim, owners: string[]): string {
  const context = claim.cluster ? `--context ${quote(claim.cluster)} ` : '';
  const mark = `${NAMESPACE_OWNER_ANNOTATION}=${owners[0]}`;
  return `kubectl ${context}annotate namespace ${quote(
    claim.namespace,
  )} ${quote(mark)}`;
}

/** The words come from the catalog, which many may write to, and the line is meant to be pasted into a shell. */
function quote(word: string): string {
  return /^[\w.:/@=-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
