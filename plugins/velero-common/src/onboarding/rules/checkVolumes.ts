import { Finding, quoted, warning } from '../../input/Finding';
import { DraftCluster, TenantDraft } from '../TenantDraft';
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
  return clusters.flatMap(cluster => {
    const nodeAgent = cluster.velero?.nodeAgent ?? 'unknown';
    return cluster.velero && nodeAgent !== true
      ? [nodeAgent === false ? noAgent(cluster) : unknownAgent(cluster)]
      : [];
  });
}

function noAgent({ path, name }: DraftCluster): Finding {
  return warning(
    'volumes-need',
    `${path}.cluster`,
    `Cluster ${quoted(
      name,
    )} has no node agent of Velero, which copies the data of volumes: backups with volumes would end PartiallyFailed`,
  );
}

function unknownAgent({ path, name }: DraftCluster): Finding {
  return warning(
    'volumes-unknown',
    `${path}.cluster`,
    `Whether cluster ${quoted(
      name,
    )} has the node agent of Velero, which copies the data of volumes, is not known: the portal could not read its DaemonSet, which deploy/rbac/onboard allows`,
  );
}
