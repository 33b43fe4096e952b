import { goDurationText } from '../velero/goDuration';
import { readKeepFor } from '../velero/keepFor';
import { namespacesOf } from './namespacesOf';
import {
  tenantAnnotations,
  tenantLabels,
  tenantMarksOf,
  TENANT_LABELS,
} from './ownershipMarks';
import { DraftCluster, TenantDraft } from './TenantDraft';
import { labelOf, scheduleNameOf } from './tenantNames';
import { ScheduleObject, ScheduleTemplate } from './TenantPlan';
import { TenantScheduleKind, TenantVolumes } from './TenantRequest';
import {
  cronOf,
  keepForOf,
  selectorOf,
  tenantSchedules,
} from './tenantSchedules';

type VolumeFlags = Pick<
  ScheduleTemplate,
  'snapshotVolumes' | 'snapshotMoveData' | 'defaultVolumesToFsBackup'
>;

const VOLUMES: Record<TenantVolumes, VolumeFlags> = {
  'move-snapshots': {
    snapshotVolumes: true,
    snapshotMoveData: true,
    defaultVolumesToFsBackup: false,
  },
  'copy-files': {
    snapshotVolumes: false,
    snapshotMoveData: false,
    defaultVolumesToFsBackup: true,
  },
  snapshots: {
    snapshotVolumes: true,
    snapshotMoveData: false,
    defaultVolumesToFsBackup: false,
  },
  none: {
    snapshotVolumes: false,
    snapshotMoveData: false,
    defaultVolumesToFsBackup: false,
  },
};

/** Makes the Schedule of a kind in a cluster. All flags are said, so that it means the same on every server. */
export function scheduleObject(
  draft: TenantDraft,
  cluster: DraftCluster,
  kind: TenantScheduleKind,
): ScheduleObject {
  const { request, fleet } = draft;
  const labels = {
    ...tenantLabels(tenantMarksOf(request, fleet.settings)),
    [TENANT_LABELS.cluster]: labelOf(cluster.name),
    [TENANT_LABELS.schedule]: kind,
  };
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: {
      name: scheduleNameOf(request.tenant, cluster.name, kind),
      namespace: cluster.veleroNamespace,
      labels,
      annotations: tenantAnnotations(request.owner),
    },
    spec: {
      schedule: cronOf(request, cluster.name, kind),
      skipImmediately: false,
      useOwnerReferencesInBackup: false,
      template: scheduleTemplate(draft, cluster, kind, labels),
    },
  };
}

/** Backups get the labels of the template; without them they would get those of whatever deploys the Schedule. */
function scheduleTemplate(
  { request, fleet }: TenantDraft,
  cluster: DraftCluster,
  kind: TenantScheduleKind,
  labels: Record<string, string>,
): ScheduleTemplate {
  const { volumes, ...defaults } = tenantSchedules[kind];
  const how = request.volumes ?? 'move-snapshots';
  const selector = selectorOf(request, kind, fleet.settings);
  return {
    metadata: { labels },
    storageLocation: cluster.own.name,
    ttl: goDurationText(readKeepFor(keepForOf(request, kind)).value ?? 0),
    ...namespacesOf(request, cluster, fleet.settings),
    ...kindsOf(kind, how),
    ...(defaults.excludedResources && {
      excludedResources: [...defaults.excludedResources],
    }),
    ...clusterKinds(request.scope, kind),
    ...(selector && { labelSelector: selector }),
    ...VOLUMES[volumes ? how : 'none'],
  };
}

/** Files are found by the pods that mount them. */
function kindsOf(kind: TenantScheduleKind, volumes: TenantVolumes) {
  const { includedResources } = tenantSchedules[kind];
  const pods = kind === 'volumes' && volumes === 'copy-files' ? ['pods'] : [];
  return includedResources
    ? { includedResources: [...includedResources, ...pods] }
    : {};
}

/**
 * Nothing said means to Velero: of what lies outside of namespaces only what belongs to what is taken, as the volumes of
 * claims. That is right for a tenant, who must not get what belongs to others. Of a whole cluster everything is wanted;
 * as some namespaces are left out, Velero has to be told.
 */
function clusterKinds(scope: string, kind: TenantScheduleKind) {
  return scope === 'platform' && kind === 'all'
    ? { includeClusterResources: true }
    : {};
}
