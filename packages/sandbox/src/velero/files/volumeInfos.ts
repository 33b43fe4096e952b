import { isRecord } from '../../api/KubernetesObject';
import { BackupItem } from '../contents/BackupItem';
import { BackupReport } from '../contents/BackupReport';
import { PodVolumeCopy } from '../contents/podVolumes';
import { stableNumber } from '../stableNumber';
import { BackupStatus } from '../VeleroObjects';

const MEBIBYTE = 1024 * 1024;

/** What became of the volumes that a backup met; nothing is said of copies that failed. */
export function volumeInfos(report: BackupReport, status: BackupStatus = {}) {
  const claims = ofResource(report, 'persistentvolumeclaims');
  const copied = claims.flatMap(claim => {
    const copy = report.copies.find(candidate => isOf(candidate, claim));
    return copy ? [copiedVolume(claim, copy, status)] : [];
  });
  const done = new Set(copied.map(({ pvName }) => pvName));
  const skipped = ofResource(report, 'persistentvolumes')
    .filter(({ object }) => !done.has(object.metadata.name))
    .map(skippedVolume);
  return [...copied, ...skipped];
}

function ofResource({ items }: BackupReport, plural: string): BackupItem[] {
  return items.filter(({ type }) => type.plural === plural);
}

function isOf(
  { namespace, claimName }: PodVolumeCopy,
  { object: { metadata } }: BackupItem,
): boolean {
  return namespace === metadata.namespace && claimName === metadata.name;
}

function copiedVolume(
  { object }: BackupItem,
  copy: PodVolumeCopy,
  { startTimestamp, completionTimestamp }: BackupStatus,
) {
  const { name, namespace = '' } = object.metadata;
  const spec = isRecord(object.spec) ? object.spec : {};
  const mebibytes = 1 + stableNumber(`${namespace}/${name}`, 2_000);
  return {
    pvcName: name,
    pvcNamespace: namespace,
    pvName: String(spec.volumeName ?? ''),
    backupMethod: 'PodVolumeBackup',
    snapshotDataMoved: false,
    preserveLocalSnapshot: false,
    skipped: false,
    startTimestamp,
    completionTimestamp,
    result: 'succeeded',
    pvbInfo: {
      uploaderType: 'kopia',
      volumeName: copy.volumeName,
      podName: copy.podName,
      podNamespace: namespace,
      size: mebibytes * MEBIBYTE,
      incrementalSize: Math.ceil(mebibytes / 20) * MEBIBYTE,
    },
  };
}

function skippedVolume({ object }: BackupItem) {
  const spec = isRecord(object.spec) ? object.spec : {};
  const claim = isRecord(spec.claimRef) ? spec.claimRef : {};
  return {
    pvcName: String(claim.name ?? ''),
    pvcNamespace: String(claim.namespace ?? ''),
    pvName: object.metadata.name,
    snapshotDataMoved: false,
    preserveLocalSnapshot: false,
    skipped: true,
    skippedReason: 'volumeSnapshot: no applicable volumesnapshotter found;',
    pvInfo: {
      reclaimPolicy: String(spec.persistentVolumeReclaimPolicy ?? ''),
      labels: object.metadata.labels ?? {},
    },
  };
}
