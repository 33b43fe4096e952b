import { Readable } from 'node:stream';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ArtifactResource,
  ArtifactResult,
  ArtifactVolume,
} from 'backstage-plugin-velero-common';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { ArchiveSearch } from './ArchiveSearch';
import { RunType } from './Artifact';
import { ArtifactDownloads } from './ArtifactDownloads';
import { ArtifactLimits, DEFAULT_LIMITS } from './ArtifactLimits';
import { artifactOwnerOf } from './artifactOwnerOf';
import { ArtifactQuestion, Artifacts } from './Artifacts';
import { openLog } from './openLog';
import { ParsedArtifact } from './ParsedArtifact';
import { parseResources, parseRestoredResources } from './parseResources';
import { parseResults } from './parseResults';
import { parseVolumes } from './parseVolumes';

/** The kinds of files, by what they are asked of. */
const FILES = {
  backup: {
    log: 'BackupLog',
    results: 'BackupResults',
    resources: 'BackupResourceList',
    volumes: 'BackupVolumeInfos',
  },
  restore: {
    log: 'RestoreLog',
    results: 'RestoreResults',
    resources: 'RestoreResourceList',
    volumes: 'RestoreVolumeInfo',
  },
} as const;

interface ParsedFiles {
  results: ParsedArtifact<ArtifactResult[]>;
  resources: ParsedArtifact<ArtifactResource[]>;
  volumes: ParsedArtifact<ArtifactVolume[]>;
}

/** Has Velero sign links to the files, and reads them in the portal: a link reaches nobody else. */
export class DefaultArtifacts implements Artifacts {
  readonly #downloads: ArtifactDownloads;
  readonly #limits: ArtifactLimits;
  readonly #parsed: Record<RunType, ParsedFiles>;
  readonly #archives: ArchiveSearch;

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
    this.#archives = new ArchiveSearch({ downloads, limits });
    this.#parsed = {
      backup: parsedFiles('backup', parseResources, shared),
      restore: parsedFiles('restore', parseRestoredResources, shared),
    };
  }

  async log({ source, signal }: ArtifactQuestion): Promise<Readable> {
    const kind = FILES[source.type].log;
    return openLog(
      this.#downloads.open({
        owner: artifactOwnerOf(source, kind),
        kind,
        inflatedBytes: this.#limits.streamedBytes,
        signal,
      }),
      this.#limits,
    );
  }

  async results({ source, signal }: ArtifactQuestion) {
    const owner = artifactOwnerOf(source, FILES[source.type].results);
    return this.#parsed[source.type].results.of(owner, signal);
  }

  async resources({ source, signal }: ArtifactQuestion) {
    const owner = artifactOwnerOf(source, FILES[source.type].resources);
    return this.#parsed[source.type].resources.of(owner, signal);
  }

  async volumes({ source, signal }: ArtifactQuestion) {
    const owner = artifactOwnerOf(source, FILES[source.type].volumes);
    return this.#parsed[source.type].volumes.of(owner, signal);
  }

  archive({ source, signal }: ArtifactQuestion) {
    return this.#archives.of(artifactOwnerOf(source, 'BackupContents'), signal);
  }

  /** Ends all downloads, and resolves when nothing of them is left in the clusters. */
  stop(): Promise<void> {
    return this.#downloads.stop();
  }
}

function parsedFiles(
  type: RunType,
  parseList: (file: unknown) => ArtifactResource[],
  shared: { downloads: ArtifactDownloads; maxBytes: number },
): ParsedFiles {
  const { results, resources, volumes } = FILES[type];
  return {
    results: new ParsedArtifact({
      ...shared,
      kind: results,
      parse: parseResults,
    }),
    resources: new ParsedArtifact({
      ...shared,
      kind: resources,
      parse: parseList,
    }),
    volumes: new ParsedArtifact({
      ...shared,
      kind: volumes,
      parse: parseVolumes,
    }),
  };
}
