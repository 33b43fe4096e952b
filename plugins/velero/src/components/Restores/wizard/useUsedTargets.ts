import { useApi } from '@backstage/frontend-plugin-api';
import { veleroApiRef } from '../../../api/veleroApiRef';
import { useLiveQuery } from '../../../hooks/useLiveQuery';

const LIMIT = 200;

/** Namespaces that restores of an entity went to before, as far as is known: their names are taken. */
export function useUsedTargets(entityRef: string): string[] {
  const api = useApi(veleroApiRef);
  const requests = useLiveQuery({
    key: entityRef,
    version: 0,
    load: signal =>
      api.getRestoreRequests({ entityRef, limit: LIMIT }, { signal }),
  });
  const restores = useLiveQuery({
    key: entityRef,
    version: 0,
    load: signal => api.getEntityRestores(entityRef, {}, { signal }),
  });
  return [
    ...(requests.value?.items ?? []).flatMap(({ wish }) => wish.namespaces),
    ...(restores.value?.items ?? []).flatMap(({ namespaces }) => namespaces),
  ].flatMap(({ target }) => target ?? []);
}
