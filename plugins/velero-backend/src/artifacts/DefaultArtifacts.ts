import { Readable } from 'node:stream';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ArtifactResource,
  ArtifactResult,
  ArtifactVolume,
} from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { ArtifactDownloads } from './ArtifactDownloads';
import { ArtifactLimits, DEFAULT_LIMITS } from './ArtifactLimits';
import { artifactOwnerOf } from './artifactOwnerOf';
import { ArtifactQuestion, Artifacts } from './Artifacts';
import { openLog } from './openLog';
import { ParsedArtifact } from './ParsedArtifact';
import { parseResources } from './parseResources';
import { parseResults } from './parseResults';
import { parseVolumes } from './parseVolumes';

/** Has Velero sign links to the files, and reads them in the portal: a link reaches nobody else. */
export class DefaultArtifacts implements Artifacts {
  readonly #downloads: ArtifactDownloads;
  readonly #limits: ArtifactLimits;
  readonly #results: ParsedArtifact<ArtifactResult[]>;
  readonly #resources: ParsedArtifact<ArtifactResource[]>;
  readonly #volumes: ParsedArtifact<ArtifactVolume[]>;

  constructor(options: {
    registry: ClusterRegistry;
    logger: LoggerService;
    limits?: Partial<ArtifactLimits>;
  }) {
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    const downloads = new ArtifactDownloads({ ...options, limits });
    const shared = { downloads, maxBytes: limits.parsedBytes };
    this.#limits = limits;
    this.#downloads = downloads;
    this.#results = new ParsedArtifact({
      ...shared,
      kind: 'BackupResults',
      parse: parseResults,
    });
    this.#resources = new ParsedArtifact({
      ...shared,
      kind: 'BackupResourceList',
      parse: parseResources,
    });
    this.#volumes = new ParsedArtifact({
      ...shared,
      kind: 'BackupVolumeInfos',
      parse: parseVolumes,
    });
  }

  async log({ backup, signal }: ArtifactQuestion): Promise<Readable> {
    return openLog(
      this.#downloads.read({
        owner: artifactOwnerOf(backup, 'BackupLog'),
        kind: 'BackupLog',
        inflatedBytes: this.#limits.streamedBytes,
        signal,
      }),
    );
  }

  async results({ backup, signal }: ArtifactQuestion) {
    return this.#results.of(artifactOwnerOf(backup, 'BackupResults'), signal);
  }

  async resources({ backup, signal }: ArtifactQuestion) {
    const owner = artifactOwnerOf(backup, 'BackupResourceList');
    return this.#resources.of(owner, signal);
  }

  async volumes({ backup, signal }: ArtifactQuestion) {
    const owner = artifactOwnerOf(backup, 'BackupVolumeInfos');
    return this.#volumes.of(owner, signal);
  }

  /** Ends all downloads, and resolves when nothing of them is left in the clusters. */
  stop(): Promise<void> {
    return this.#downloads.stop();
  }
}
