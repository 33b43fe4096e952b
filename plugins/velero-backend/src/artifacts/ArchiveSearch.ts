import { LRUCache } from 'lru-cache';
import { ArtifactOwner } from './Artifact';
import { ArtifactDownloads } from './ArtifactDownloads';
import { ArtifactLimits } from './ArtifactLimits';
import { ArtifactArchive } from './ArtifactArchive';
import { parseArchive } from './parseArchive';
import { SharedWork } from './SharedWork';

/** Objects that are remembered of all archives, and one more for each: going through an archive takes its time. */
const OBJECTS = 50_000;

/** Searches archives for what bears on a restore, each once for all who ask. */
export class ArchiveSearch {
  readonly #downloads: ArtifactDownloads;
  readonly #limits: ArtifactLimits;
  readonly #shared = new SharedWork<ArtifactArchive>();
  readonly #cache = new LRUCache<string, ArtifactArchive>({
    maxSize: OBJECTS,
  });

  constructor(options: {
    downloads: ArtifactDownloads;
    limits: ArtifactLimits;
  }) {
    this.#downloads = options.downloads;
    this.#limits = options.limits;
  }

  async of(
    owner: ArtifactOwner,
    signal: AbortSignal,
  ): Promise<ArtifactArchive> {
    const { cluster, veleroNamespace, name, uid } = owner;
    const key = JSON.stringify([cluster, veleroNamespace, name, uid]);
    const known = uid ? this.#cache.get(key) : undefined;
    return (
      known ??
      this.#shared.join(key, signal, shared => this.#load(owner, key, shared))
    );
  }

  async #load(
    owner: ArtifactOwner,
    key: string,
    signal: AbortSignal,
  ): Promise<ArtifactArchive> {
    const [compressedBytes, inflatedBytes] = this.#limits.archiveBytes;
    const kind = 'BackupContents';
    const download = this.#downloads.open({
      owner,
      kind,
      compressedBytes,
      inflatedBytes,
      signal,
    });
    try {
      const archive = await parseArchive(download.chunks);
      if (owner.uid && owner.settled) {
        this.#cache.set(key, archive, { size: sizeOf(archive) });
      }
      return archive;
    } finally {
      download.end();
    }
  }
}

function sizeOf(archive: ArtifactArchive): number {
  const { hooks, claims, hosts, nodeSelectors } = archive;
  return 1 + hooks.length + claims.length + hosts.length + nodeSelectors.length;
}
