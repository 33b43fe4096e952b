import { Finding, warning } from '../../input/Finding';
import { obsoleteObjects } from '../obsoleteObjects';
import { TenantDraft } from '../TenantDraft';

/** Says what an earlier plan made and this one leaves out: a schedule goes on until somebody removes it. */
export function checkObsolete(draft: TenantDraft): Finding[] {
  return draft.clusters.flatMap(cluster =>
    obsoleteObjects(draft, cluster).map(({ kind, name }) =>
      warning(
        'no-longer-wanted',
        `${cluster.path}.cluster`,
        `${kind} ${name} of cluster ${cluster.name} is no longer asked for`,
      ),
    ),
  );
}
