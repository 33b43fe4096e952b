import { SnapshotNamespace } from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  KubernetesObject,
} from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { ClusterRegistry } from '../../clusters/ClusterRegistry';
import { projectNamespace } from '../../collect/projectNamespace';
import {
  DatabaseNamespaceStore,
  OwnedNamespace,
} from '../../store/NamespaceStore';
import { CurrentOwnership } from '../CurrentOwnership';
import { gitopsOwnerOf } from './gitopsOwnerOf';

/** Names a namespace, and how to tell whether it is somebody's. */
export interface NamespaceQuestion {
  cluster: string;
  name: string;
  isOwn(namespace: OwnedNamespace): Promise<boolean>;
  signal: AbortSignal;
}

/** Reads namespaces from the clusters themselves. */
export class NamespaceReader {
  readonly #registry: Pick<ClusterRegistry, 'current'>;
  readonly #namespaces: Pick<DatabaseNamespaceStore, 'findOne'>;
  readonly #ownership: Pick<CurrentOwnership, 'peopleOf'>;

  constructor(options: {
    registry: Pick<ClusterRegistry, 'current'>;
    namespaces: Pick<DatabaseNamespaceStore, 'findOne'>;
    ownership: Pick<CurrentOwnership, 'peopleOf'>;
  }) {
    this.#registry = options.registry;
    this.#namespaces = options.namespaces;
    this.#ownership = options.ownership;
  }

  /** @throws ClusterError when the cluster does not tell */
  async read(
    question: NamespaceQuestion,
    connection: ClusterConnection,
  ): Promise<SnapshotNamespace> {
    const { cluster, name, isOwn, signal } = question;
    const object = await getNamespace(connection, name, signal);
    const { metadata = {}, status } = object ?? {};
    const owners = (object && projectNamespace(object)?.owners) ?? [];
    const { phase } = (status ?? {}) as { phase?: unknown };
    return {
      cluster,
      name,
      ...(object && { uid: metadata.uid ?? '' }),
      createdAt: metadata.creationTimestamp,
      terminating:
        Boolean(metadata.deletionTimestamp) || phase === 'Terminating',
      owners,
      people: await this.#ownership.peopleOf(owners),
      proven: await isOwn({ cluster, namespace: name, owners }),
      annotations: metadata.annotations ?? {},
      ...managedBy(metadata),
    };
  }

  /**
   * Reads a namespace of a cluster that backups come from. That cluster may be the one that was lost: then what was last
   * known of it holds.
   */
  async readOrigin(question: NamespaceQuestion): Promise<SnapshotNamespace> {
    const connection = this.#registry
      .current()
      .find(({ name }) => name === question.cluster)?.connection;
    if (connection) {
      try {
        return await this.read(question, connection);
      } catch (error) {
        if (!(error instanceof ClusterError)) {
          throw error;
        }
      }
    }
    return this.readKnown(question);
  }

  /** Gives a namespace as it was collected; no cluster is asked. */
  async readKnown(
    question: Omit<NamespaceQuestion, 'signal'>,
  ): Promise<SnapshotNamespace> {
    const { cluster, name, isOwn } = question;
    const found = await this.#namespaces.findOne({ cluster, namespace: name });
    // What is left of a cluster that was taken out of the portal proves nothing.
    const owners = found?.owners ?? [];
    const isKnown = this.#registry
      .current()
      .some(registered => registered.name === cluster);
    return {
      cluster,
      name,
      ...(found && { uid: found.uid ?? '' }),
      createdAt: found?.createdAt,
      terminating: false,
      owners,
      people: await this.#ownership.peopleOf(owners),
      proven: found !== undefined && isKnown && (await isOwn(found)),
    };
  }
}

async function getNamespace(
  connection: ClusterConnection,
  name: string,
  signal: AbortSignal,
): Promise<KubernetesObject | undefined> {
  const resource = 'namespaces';
  try {
    return await connection.get({ resource, namespace: '', name, signal });
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'not-found') {
      return undefined;
    }
    throw error;
  }
}

function managedBy(metadata: KubernetesObject['metadata']) {
  const owner = gitopsOwnerOf(metadata);
  return owner ? { managedBy: owner } : {};
}
