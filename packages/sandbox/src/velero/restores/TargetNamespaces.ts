import { ClusterApi } from '../../api/ClusterApi';
import { errorMessage } from '../../api/errorMessage';
import { resourceTypeOf } from '../../api/ResourceType';
import { ArchivedItem } from '../contents/contentsArchive';
import { RestoreSpec } from '../VeleroObjects';
import { RestoreRecord } from './RestoreRecord';

const WRITER = { manager: 'velero-server' };
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The namespaces into which a restore goes; those that do not exist are made like those of the backup. */
export class TargetNamespaces {
  readonly #spec: RestoreSpec;
  readonly #api: ClusterApi;
  readonly #record: RestoreRecord;
  readonly #archive: ArchivedItem[];

  constructor(options: {
    spec: RestoreSpec;
    api: ClusterApi;
    record: RestoreRecord;
    archive: ArchivedItem[];
  }) {
    this.#spec = options.spec;
    this.#api = options.api;
    this.#record = options.record;
    this.#archive = options.archive;
  }

  targetOf(namespace: string): string {
    return this.#spec.namespaceMapping?.[namespace] ?? namespace;
  }

  /** False when there is no such namespace and none can be made; that is said once for each item. */
  ensure(original: string): boolean {
    const type = resourceTypeOf('namespaces');
    const name = this.targetOf(original);
    if (this.#api.find({ type, name })) {
      return true;
    }
    try {
      this.#api.create(
        type,
        undefined,
        this.#namespace(original, name),
        WRITER,
      );
      const kind = 'v1/Namespace';
      this.#record.note({ kind, name, action: 'created' });
      return true;
    } catch (error) {
      this.#record.failVelero(
        `error creating namespace ${name}: ${errorMessage(error)}`,
      );
      return false;
    }
  }

  #namespace(original: string, name: string) {
    const stored = this.#archive.find(
      item => item.resource === 'namespaces' && item.name === original,
    );
    const { labels, annotations } = stored?.object.metadata ?? {};
    return {
      metadata: {
        name,
        ...(labels && {
          labels: {
            ...labels,
            ...(labels[NAME_LABEL] && { [NAME_LABEL]: name }),
          },
        }),
        ...(annotations && { annotations }),
      },
      ...(stored?.object.spec !== undefined && { spec: stored.object.spec }),
    };
  }
}
