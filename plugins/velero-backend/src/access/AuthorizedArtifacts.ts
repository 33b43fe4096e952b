import { Readable } from 'node:stream';
import { NotAllowedError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  ResourcesQuery,
  ResourcesResponse,
  ResultsResponse,
  veleroBackupContentsReadPermission,
  veleroBackupLogsReadPermission,
  VolumesResponse,
} from 'backstage-plugin-velero-common';
import { ArtifactSource } from '../artifacts/Artifact';
import { Artifacts } from '../artifacts/Artifacts';
import { UserQuota } from '../artifacts/UserQuota';
import { resourcesFor, resultsFor, volumesFor } from '../artifacts/narrow';
import { ArtifactService, BackupReference } from './ArtifactService';

/** Opens a backup or restore to its reader, as far as a permission allows. */
type OpenSource = (
  reference: Pick<BackupReference, 'key' | 'credentials'> & {
    permission: ResourcePermission;
  },
) => Promise<ArtifactSource>;

/** Gives of the files of backups or restores what is about the reader's namespaces. */
export class AuthorizedArtifacts implements ArtifactService {
  readonly #artifacts: Artifacts;
  readonly #quota: UserQuota;
  readonly #open: OpenSource;

  constructor(options: {
    artifacts: Artifacts;
    quota: UserQuota;
    open: OpenSource;
  }) {
    this.#artifacts = options.artifacts;
    this.#quota = options.quota;
    this.#open = options.open;
  }

  async getLog(reference: BackupReference): Promise<Readable> {
    const source = await this.#open({
      ...reference,
      permission: veleroBackupLogsReadPermission,
    });
    if (source.shared) {
      throw new NotAllowedError(
        `${source.type === 'backup' ? 'Backup' : 'Restore'} '${
          source.name
        }' also holds, or may hold, namespaces of others, and its log names what is in them. Its results and resources are shown for your namespaces`,
      );
    }
    const giveBack = this.#take(reference);
    try {
      const log = await this.#artifacts.log({
        source,
        signal: reference.signal,
      });
      return log.once('close', giveBack);
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  async getResults(reference: BackupReference): Promise<ResultsResponse> {
    const source = await this.#openContents(reference);
    const { signal } = reference;
    const results = await this.#whileHeld(reference, () =>
      this.#artifacts.results({ source, signal }),
    );
    return resultsFor(results, source);
  }

  async listResources(
    reference: BackupReference & { query: ResourcesQuery },
  ): Promise<ResourcesResponse> {
    const source = await this.#openContents(reference);
    const { signal, query } = reference;
    const resources = await this.#whileHeld(reference, () =>
      this.#artifacts.resources({ source, signal }),
    );
    return resourcesFor(resources, source, query);
  }

  async listVolumes(reference: BackupReference): Promise<VolumesResponse> {
    const source = await this.#openContents(reference);
    const { signal } = reference;
    const volumes = await this.#whileHeld(reference, () =>
      this.#artifacts.volumes({ source, signal }),
    );
    return volumesFor(volumes, source);
  }

  #take({ credentials }: BackupReference): () => void {
    return this.#quota.take(credentials.principal.userEntityRef);
  }

  async #whileHeld<T>(
    reference: BackupReference,
    read: () => Promise<T>,
  ): Promise<T> {
    const giveBack = this.#take(reference);
    try {
      return await read();
    } finally {
      giveBack();
    }
  }

  #openContents(reference: BackupReference): Promise<ArtifactSource> {
    return this.#open({
      ...reference,
      permission: veleroBackupContentsReadPermission,
    });
  }
}
