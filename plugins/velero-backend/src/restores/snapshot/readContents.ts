import {
  ArtifactVolume,
  RestoreWish,
  SnapshotBackup,
  SnapshotContents,
  SnapshotHook,
  SnapshotKind,
  SnapshotVolume,
} from 'backstage-plugin-velero-common';
import { stringifyError } from '@backstage/errors';
import { ArtifactSource } from '../../artifacts/Artifact';
import { Artifacts } from '../../artifacts/Artifacts';
import { artifactSourceOf } from './artifactSourceOf';
import { isWished } from './isWished';

/** What a backup holds of what is wished. */
export interface BackupContents {
  contents: SnapshotContents;
  volumes?: SnapshotVolume[];
  hooks?: SnapshotHook[];
}

/** Reads the lists that Velero stored beside a backup, as they are the only ones that tell what is in it. */
export async function readContents(options: {
  artifacts: Artifacts;
  wish: RestoreWish;
  backup?: SnapshotBackup;
  locationName?: string;
  /** What is in another backup of the name does not matter. */
  onlyUid?: string;
  signal: AbortSignal;
}): Promise<BackupContents> {
  const { artifacts, backup, onlyUid, signal } = options;
  if (!backup || (onlyUid !== undefined && backup.uid !== onlyUid)) {
    return { contents: { problem: 'the backup is not there' } };
  }
  const { wish } = options;
  const source = artifactSourceOf(options, backup);
  const [contents, volumes] = await Promise.all([
    readKinds(artifacts, wish, source, signal),
    readVolumes(artifacts, wish, source, signal),
  ]);
  const hooks = holdsPods(contents)
    ? await readHooks(artifacts, wish, source, signal)
    : [];
  return { contents, ...(volumes && { volumes }), ...(hooks && { hooks }) };
}

/** Only pods have hooks, and searching an archive takes its time. */
function holdsPods({ kinds = [] }: SnapshotContents): boolean {
  return kinds.some(({ groupVersionKind }) => groupVersionKind === 'v1/Pod');
}

async function readKinds(
  artifacts: Artifacts,
  wish: RestoreWish,
  source: ArtifactSource,
  signal: AbortSignal,
): Promise<SnapshotContents> {
  try {
    const kinds = new Map<string, SnapshotKind>();
    const namespaces = new Set<string>();
    for (const object of await artifacts.resources({ source, signal })) {
      const { namespace, groupVersionKind } = object;
      if (isWished(wish, namespace)) {
        const { count = 0 } = kinds.get(groupVersionKind) ?? {};
        kinds.set(groupVersionKind, {
          groupVersionKind,
          count: count + 1,
          ...(namespace === undefined && { clusterScoped: true }),
        });
      }
      if (namespace) {
        namespaces.add(namespace);
      }
    }
    return {
      kinds: [...kinds.values()],
      namespaces: [...namespaces].sort(),
    };
  } catch (error) {
    // A person reads the reason in the checks; without the list nothing is restored.
    return { problem: reasonOf(error, signal) };
  }
}

async function readVolumes(
  artifacts: Artifacts,
  wish: RestoreWish,
  source: ArtifactSource,
  signal: AbortSignal,
): Promise<SnapshotVolume[] | undefined> {
  try {
    const volumes = await artifacts.volumes({ source, signal });
    return volumes
      .filter(({ namespace, claim }) => claim && isWished(wish, namespace))
      .map(toVolume);
  } catch (error) {
    reasonOf(error, signal);
    return undefined;
  }
}

async function readHooks(
  artifacts: Artifacts,
  wish: RestoreWish,
  source: ArtifactSource,
  signal: AbortSignal,
): Promise<SnapshotHook[] | undefined> {
  try {
    const { hooks } = await artifacts.archive({ source, signal });
    return hooks.filter(({ namespace }) => isWished(wish, namespace));
  } catch (error) {
    reasonOf(error, signal);
    return undefined;
  }
}

function toVolume(volume: ArtifactVolume): SnapshotVolume {
  const { namespace = '', claim = '', method, dataMoved, skipped } = volume;
  const isSaved = !skipped && volume.result !== 'failed';
  return {
    namespace,
    claim,
    ...(isSaved && method && { method: method as SnapshotVolume['method'] }),
    dataMoved,
    ...(volume.bytes !== undefined && { bytes: volume.bytes }),
  };
}

/** Whoever has stopped waiting gets no answer at all. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  signal.throwIfAborted();
  return error instanceof Error ? error.message : stringifyError(error);
}
