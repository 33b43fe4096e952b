import {
  KubernetesObject,
  ClusterConnection,
} from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';

/** A namespace as the cluster has it now. */
export interface ScratchNamespace {
  uid: string;
  createdAt?: string;
  terminating: boolean;
  /** What the cluster says keeps it from being gone. */
  heldBy: string[];
}

/** Conditions of a namespace that tell what keeps it. */
const HOLDING = [
  'NamespaceDeletionDiscoveryFailure',
  'NamespaceDeletionGroupVersionParsingFailure',
  'NamespaceDeletionContentFailure',
  'NamespaceContentRemaining',
  'NamespaceFinalizersRemaining',
];

/** Reads and removes single namespaces of a cluster. Each method rejects with a `ClusterError`. */
export class ScratchNamespaces {
  readonly #connection: ClusterConnection;
  readonly #answer: number;

  /** @param options - `answer` are milliseconds within which the cluster has to answer */
  constructor(options: { connection: ClusterConnection; answer: number }) {
    this.#connection = options.connection;
    this.#answer = options.answer;
  }

  /** The uid of the cluster's namespace `kube-system`. */
  identity(): Promise<string | undefined> {
    return this.#connection.readIdentity(this.#signal());
  }

  async find(name: string): Promise<ScratchNamespace | undefined> {
    try {
      return toScratchNamespace(
        await this.#connection.get({
          resource: 'namespaces',
          namespace: '',
          name,
          signal: this.#signal(),
        }),
      );
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }

  /** Removes the namespace of this uid, and no other one of its name. */
  remove(name: string, uid: string): Promise<void> {
    return this.#connection.remove({
      resource: 'namespaces',
      namespace: '',
      name,
      uid,
      signal: this.#signal(),
    });
  }

  #signal() {
    return AbortSignal.timeout(this.#answer);
  }
}

function toScratchNamespace({
  metadata,
  status,
}: KubernetesObject): ScratchNamespace {
  const { conditions } = (status ?? {}) as { conditions?: unknown };
  const list: Array<{ type?: unknown; status?: unknown; message?: unknown }> =
    Array.isArray(conditions) ? conditions : [];
  return {
    uid: metadata.uid ?? '',
    ...(metadata.creationTimestamp && {
      createdAt: metadata.creationTimestamp,
    }),
    terminating: Boolean(metadata.deletionTimestamp),
    heldBy: list
      .filter(
        ({ type, status: holds }) =>
          HOLDING.includes(String(type)) && holds === 'True',
      )
      .map(({ message }) => String(message)),
  };
}
