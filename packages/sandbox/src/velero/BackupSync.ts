import { isRecord, OwnerReference } from '../api/KubernetesObject';
import { errorMessage } from '../api/errorMessage';
import { goDurationOf } from './goDuration';
import { labelValue } from './labelValue';
import { BackupStore } from './store/BackupStore';
import { openStore } from './store/openStore';
import { metadataPath } from './store/storagePaths';
import { VeleroContext } from './VeleroContext';
import { Backup, BackupStorageLocation, LABELS } from './VeleroObjects';

/** Starts the controller that makes the cluster's Backups follow what the buckets hold. */
export function startBackupSync(context: VeleroContext) {
  const { client, every, timing } = context;
  every(timing.sync, () => {
    const due = client
      .list('backupstoragelocations')
      .filter(location => isDue(location, context))
      .sort((left, right) => rank(left) - rank(right));
    for (const location of due) {
      context.after(0, () => synchronise(location, context));
    }
  });
}

/** The default location goes first. */
function rank({ spec }: BackupStorageLocation): number {
  return spec?.default ? 0 : 1;
}

function isDue(
  { spec, status }: BackupStorageLocation,
  { clock, timing }: VeleroContext,
): boolean {
  if (status?.phase !== 'Available') {
    return false;
  }
  const period = goDurationOf(spec?.backupSyncPeriod) ?? timing.sync;
  const last = status.lastSyncedTime ? Date.parse(status.lastSyncedTime) : 0;
  // Recorded without fractions, a sync of the last tick may seem a moment too young.
  return period > 0 && clock.now().getTime() - last >= period - 1_000;
}

function synchronise(location: BackupStorageLocation, context: VeleroContext) {
  const { client, clock } = context;
  const store = openStore(location, context);
  const stored = new Set(store.backupNames());
  addMissing(location, store, stored, context);
  removeOrphans(location, stored, context);
  client.patch('backupstoragelocations', location.metadata.name, {
    status: { lastSyncedTime: clock.timestamp() },
  });
}

/** Only names count, whatever the location of the Backup that has the name. */
function addMissing(
  location: BackupStorageLocation,
  store: BackupStore,
  stored: Set<string>,
  context: VeleroContext,
) {
  const { client, log } = context;
  for (const name of stored) {
    if (!client.get('backups', name) && store.has(metadataPath(name))) {
      try {
        addBackup(store.read(metadataPath(name)), location, context);
      } catch (error) {
        log.error(`Error syncing backup into cluster: ${errorMessage(error)}`);
      }
    }
  }
}

function addBackup(
  file: Buffer,
  location: BackupStorageLocation,
  context: VeleroContext,
) {
  const stored: unknown = JSON.parse(file.toString());
  if (!isRecord(stored) || !isRecord(stored.metadata)) {
    throw new Error('the stored backup cannot be decoded');
  }
  const backup = stored as unknown as Backup;
  const phase = syncedPhase(backup, context);
  if (phase) {
    context.client.create(
      'backups',
      syncedBackup(backup, phase, location, context),
    );
  }
}

/** What has not ended is left alone, unless it has expired: then it comes to be collected. */
function syncedPhase(
  { status }: Backup,
  { clock }: VeleroContext,
): string | undefined {
  const phase = status?.phase ?? '';
  if (['Completed', 'PartiallyFailed', 'Failed'].includes(phase)) {
    return phase;
  }
  const expired = Date.parse(status?.expiration ?? '') < clock.now().getTime();
  return /^(Finalizing|WaitingFor)/.test(phase) && expired
    ? 'PartiallyFailed'
    : undefined;
}

/** Status, labels and annotations stay; who made it is not recorded anywhere. */
function syncedBackup(
  { metadata, spec, status }: Backup,
  phase: string,
  location: BackupStorageLocation,
  context: VeleroContext,
) {
  const { name, labels, annotations } = metadata;
  const storageLocation = location.metadata.name;
  const ownerReferences = knownOwners(metadata.ownerReferences, context);
  return {
    metadata: {
      name,
      labels: {
        ...labels,
        [LABELS.storageLocation]: labelValue(storageLocation),
      },
      ...(annotations && { annotations }),
      ...(ownerReferences.length > 0 && { ownerReferences }),
    },
    spec: {
      ...spec,
      hooks: {},
      metadata: spec?.metadata ?? {},
      storageLocation,
    },
    status: { ...status, phase },
  };
}

function knownOwners(
  references: OwnerReference[] = [],
  { client }: VeleroContext,
): OwnerReference[] {
  return references.filter(
    ({ kind, name, uid }) =>
      kind !== 'Schedule' ||
      client.get('schedules', name)?.metadata.uid === uid,
  );
}

function removeOrphans(
  location: BackupStorageLocation,
  stored: Set<string>,
  { client }: VeleroContext,
) {
  const label = labelValue(location.metadata.name);
  for (const { metadata, status } of client.list('backups')) {
    if (
      metadata.labels?.[LABELS.storageLocation] === label &&
      ['Completed', 'PartiallyFailed'].includes(status?.phase ?? '') &&
      !stored.has(metadata.name)
    ) {
      client.remove('backups', metadata.name);
    }
  }
}
