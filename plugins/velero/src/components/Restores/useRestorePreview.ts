import { useApi } from '@backstage/frontend-plugin-api';
import { RestorePreview, RestoreWish } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { SettledQuery, useSettledQuery } from '../../hooks/useSettledQuery';

/** The cluster is asked for half a dozen things, and the store for the list of what is in the backup. */
export const CHECKS_TIME_LIMIT_MS = 75_000;

/** Asks what would come of a wish as things are now; nothing is asked without one. */
export function useRestorePreview(
  wish: RestoreWish | undefined,
  entityRef: string | undefined,
): SettledQuery<RestorePreview> {
  const api = useApi(veleroApiRef);
  return useSettledQuery({
    question: wish && withoutWhy(wish),
    load: (question, signal) =>
      api.previewRestore({ wish: question, entityRef }, { signal }),
    timeLimitMs: CHECKS_TIME_LIMIT_MS,
  });
}

/** What comes of it does not depend on why: nothing is asked anew while that is typed. */
function withoutWhy({ reason: _r, ticket: _t, ...rest }: RestoreWish) {
  return rest;
}
