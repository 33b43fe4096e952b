import { Readable } from 'node:stream';
import {
  ArtifactResource,
  ArtifactResult,
  ArtifactVolume,
} from 'backstage-plugin-velero-common';
import { ArtifactSource } from './Artifact';
import { ArtifactArchive } from './ArtifactArchive';

/** A question about the files of one backup or restore. */
export interface ArtifactQuestion {
  source: ArtifactSource;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}

/**
 * What Velero stored beside a backup or restore, fetched from the object store and given whole: whoever passes it on has to leave
 * out what is not the reader's.
 */
export interface Artifacts {
  /** The log as it comes; when it cannot be given to its end, its last line says why. */
  log(question: ArtifactQuestion): Promise<Readable>;
  results(question: ArtifactQuestion): Promise<ArtifactResult[]>;
  resources(question: ArtifactQuestion): Promise<ArtifactResource[]>;
  volumes(question: ArtifactQuestion): Promise<ArtifactVolume[]>;
  /** Finds in a backup what bears on a restore, as pods with hooks. Nothing else of the archive is kept. */
  archive(question: ArtifactQuestion): Promise<ArtifactArchive>;
}
