import { Finding, quoted, warning } from '../../input/Finding';
import { TenantDraft } from '../TenantDraft';
import { enabledKindsOf, tenantSchedules } from '../tenantSchedules';

/** What becomes of the data of volumes, where that is not what one would expect of a backup. */
export function checkVolumes(draft: TenantDraft): Finding[] {
  const { volumes = 'move-snapshots' } = draft.request;
  const kinds = enabledKindsOf(draft.request);
  if (volumes === 'none') {
    return [
      warning(
        'volumes-off',
        'volumes',
        'The data of volumes is in no backup: a restore brings back empty volumes',
      ),
    ];
  }
  if (!kinds.some(kind => tenantSchedules[kind].volumes)) {
    return [];
  }
  return volumes === 'snapshots'
    ? [
        warning(
          'volumes-stay',
          'volumes',
          'Snapshots stay with the volumes: whoever loses the cluster’s storage or its region loses them, too, and no other cluster can restore them',
        ),
      ]
    : missingAgents(draft);
}

function missingAgents({ clusters }: TenantDraft): Finding[] {
  return clusters
    .filter(({ velero }) => velero?.nodeAgent === false)
    .map(({ path, name }) =>
      warning(
        'volumes-need',
        `${path}.cluster`,
        `Cluster ${quoted(
          name,
        )} has no node agent of Velero, which copies the data of volumes: backups with volumes would end PartiallyFailed`,
      ),
    );
}
