import { ArtifactVolume } from 'backstage-plugin-velero-common';
import { isJsonObject, JsonObject } from '../clusters/http/json';
import { malformed } from './parseJsonFile';

/** Reads what became of the volumes of a backup or restore. Go writes a list that was never made as null. */
export function parseVolumes(file: unknown): ArtifactVolume[] {
  if (file === null) {
    return [];
  }
  if (!Array.isArray(file)) {
    throw malformed('list of volumes');
  }
  return file.filter(isJsonObject).map(parseVolume);
}

function parseVolume(entry: JsonObject): ArtifactVolume {
  return withoutAbsent({
    namespace: text(entry.pvcNamespace),
    claim: text(entry.pvcName),
    persistentVolume: text(entry.pvName),
    method: text(entry.backupMethod ?? entry.restoreMethod),
    dataMoved: entry.snapshotDataMoved === true,
    skipped: entry.skipped === true,
    skippedReason: text(entry.skippedReason),
    result: text(entry.result),
    startedAt: time(entry.startTimestamp),
    completedAt: time(entry.completionTimestamp),
    ...copyOf(entry),
  });
}

/** Only one of these is there; of a snapshot that was moved, the copy counts that was made of it. */
function copyOf(entry: JsonObject): Partial<ArtifactVolume> {
  const copy = [
    entry.pvbInfo,
    entry.pvrInfo,
    entry.snapshotDataMovementInfo,
    entry.csiSnapshotInfo,
    entry.nativeSnapshotInfo,
  ].find(isJsonObject);
  return copy
    ? {
        bytes: size(copy.size),
        incrementalBytes: size(copy.incrementalSize),
        uploader: text(copy.uploaderType),
        dataMover: text(copy.dataMover),
        driver: text(copy.driver),
        volumeType: text(copy.volumeType),
        pod: text(copy.podName),
        podVolume: text(copy.volumeName),
      }
    : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function size(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0
    ? Number(value)
    : undefined;
}

function time(value: unknown): string | undefined {
  const millis = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}

function withoutAbsent(volume: ArtifactVolume): ArtifactVolume {
  const entries = Object.entries(volume);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as ArtifactVolume;
}
