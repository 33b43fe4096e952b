import { RestoreWish } from 'backstage-plugin-velero-common';

/** What lives in no namespace is told apart, as it is the same whatever is wished. */
export function isWished(
  wish: RestoreWish,
  namespace: string | undefined,
): boolean {
  return (
    wish.wholeBackup !== undefined ||
    namespace === undefined ||
    wish.namespaces.some(({ source }) => source === namespace)
  );
}
