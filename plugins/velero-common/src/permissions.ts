import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a namespace in a cluster, `<cluster>/<namespace>`. @public */
export const RESOURCE_TYPE_VELERO_NAMESPACE = 'velero-namespace';

/** Allows reading backups, schedules and locations of a namespace. @public */
export const veleroBackupReadPermission = createPermission({
  name: 'velero.backup.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows reading the logs of backups of a namespace. @public */
export const veleroBackupLogsReadPermission = createPermission({
  name: 'velero.backup.logs.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows reading what is in backups of a namespace: results, names of resources, volumes. @public */
export const veleroBackupContentsReadPermission = createPermission({
  name: 'velero.backup.contents.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows having a backup made of a namespace. @public */
export const veleroBackupCreatePermission = createPermission({
  name: 'velero.backup.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows having backups of a namespace made by a schedule. @public */
export const veleroScheduleCreatePermission = createPermission({
  name: 'velero.schedule.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows giving the owner of a namespace storage and schedules for it. @public */
export const veleroTenantOnboardPermission = createPermission({
  name: 'velero.tenant.onboard',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows asking for a restore out of and into a namespace. @public */
export const veleroRestoreRequestPermission = createPermission({
  name: 'velero.restore.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows deciding on requests to restore into a namespace, for those whom the policy of restores names. @public */
export const veleroRestoreApprovePermission = createPermission({
  name: 'velero.restore.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_VELERO_NAMESPACE,
});

/** Allows reading what happened to all requests for restores. @public */
export const veleroRestoreAuditPermission = createPermission({
  name: 'velero.restore.audit',
  attributes: { action: 'read' },
});

/** Allows seeing all places where backups are kept, with who writes and who reads there. @public */
export const veleroStorageReadPermission = createPermission({
  name: 'velero.storage.read',
  attributes: { action: 'read' },
});

/** Allows having Velero check a storage location. @public */
export const veleroStorageVerifyPermission = createPermission({
  name: 'velero.storage.verify',
  attributes: { action: 'update' },
});

/** Allows seeing which clusters are collected from and in what state they are. @public */
export const veleroFleetReadPermission = createPermission({
  name: 'velero.fleet.read',
  attributes: { action: 'read' },
});

/** All permissions of the plugin. @public */
export const veleroPermissions = [
  veleroBackupReadPermission,
  veleroBackupLogsReadPermission,
  veleroBackupContentsReadPermission,
  veleroBackupCreatePermission,
  veleroScheduleCreatePermission,
  veleroTenantOnboardPermission,
  veleroRestoreRequestPermission,
  veleroRestoreApprovePermission,
  veleroRestoreAuditPermission,
  veleroStorageReadPermission,
  veleroStorageVerifyPermission,
  veleroFleetReadPermission,
];
