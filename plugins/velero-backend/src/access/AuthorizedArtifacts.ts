import { Readable } from 'node:stream';
import { NotAllowedError } from '@backstage/errors';
import {
  BackupDetails,
  ResourcesQuery,
  ResourcesResponse,
  ResultsResponse,
  veleroBackupContentsReadPermission,
  veleroBackupLogsReadPermission,
  VolumesResponse,
} from 'backstage-plugin-velero-common';
import { Artifacts } from '../artifacts/Artifacts';
import { resourcesFor, resultsFor, volumesFor } from '../artifacts/narrow';
import { ArtifactService, BackupReference } from './ArtifactService';
import { BackupGate } from './BackupGate';

/** Gives of the files of a backup what is about the reader's namespaces. */
export class AuthorizedArtifacts implements ArtifactService {
  readonly #artifacts: Artifacts;
  readonly #backups: BackupGate;

  constructor(options: { artifacts: Artifacts; backups: BackupGate }) {
    this.#artifacts = options.artifacts;
    this.#backups = options.backups;
  }

  async getLog(reference: BackupReference): Promise<Readable> {
    const backup = await this.#backups.open({
      ...reference,
      permission: veleroBackupLogsReadPermission,
    });
    if (backup.shared) {
      throw new NotAllowedError(
        `Backup '${backup.name}' also holds, or may hold, namespaces of others, and its log names what is in them. Its results and resources are shown for your namespaces`,
      );
    }
    return this.#artifacts.log({ backup, signal: reference.signal });
  }

  async getResults(reference: BackupReference): Promise<ResultsResponse> {
    const backup = await this.#openContents(reference);
    const { signal } = reference;
    const results = await this.#artifacts.results({ backup, signal });
    return resultsFor(results, backup);
  }

  async listResources(
    reference: BackupReference & { query: ResourcesQuery },
  ): Promise<ResourcesResponse> {
    const backup = await this.#openContents(reference);
    const { signal, query } = reference;
    const resources = await this.#artifacts.resources({ backup, signal });
    return resourcesFor(resources, backup, query);
  }

  async listVolumes(reference: BackupReference): Promise<VolumesResponse> {
    const backup = await this.#openContents(reference);
    const { signal } = reference;
    const volumes = await this.#artifacts.volumes({ backup, signal });
    return volumesFor(volumes, backup);
  }

  #openContents(reference: BackupReference): Promise<BackupDetails> {
    return this.#backups.open({
      ...reference,
      permission: veleroBackupContentsReadPermission,
    });
  }
}
