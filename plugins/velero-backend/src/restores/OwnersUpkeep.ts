import { LoggerService } from '@backstage/backend-plugin-api';
import {
  approvingOwnersOf,
  SnapshotNamespace,
} from 'backstage-plugin-velero-common';
import { WorkLoops } from '../lib/WorkLoops';
import {
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { approversOf } from './approversOf';
import { RestoreTimes } from './RestoreTimes';
import { NamespaceReader } from './snapshot/NamespaceReader';

/** Requests that are read in one go. */
const PAGE = 100;

/**
 * Sees to it that a request waits for those who own its namespaces now: they find it in their list, are told of it, and
 * may reject it. An approval is judged by the cluster itself.
 */
export class OwnersUpkeep {
  readonly #store: RestoreRequestStore;
  readonly #namespaces: Pick<NamespaceReader, 'readKnown'>;
  readonly #onChange: () => void;
  readonly #loops: WorkLoops;

  constructor(options: {
    store: RestoreRequestStore;
    namespaces: Pick<NamespaceReader, 'readKnown'>;
    logger: LoggerService;
    times: Pick<RestoreTimes, 'owners'>;
    /** Called when a request may look different from before. */
    onChange(): void;
  }) {
    this.#store = options.store;
    this.#namespaces = options.namespaces;
    this.#onChange = options.onChange;
    this.#loops = new WorkLoops({ ...options, poll: options.times.owners });
  }

  start(): void {
    this.#loops.add('look who owns what is asked for', () => this.#look());
  }

  /** Ends when nothing is under way any more. */
  stop(): Promise<void> {
    return this.#loops.stop();
  }

  async #look(): Promise<boolean> {
    for await (const request of this.#pending()) {
      const owners = await this.#ownersOf(request);
      if (!isSame(owners, request.owners)) {
        const approvers = approversOf(request.approvals, owners);
        await this.#store.changeOwners(request, { owners, approvers });
        this.#onChange();
      }
    }
    return false;
  }

  async *#pending(): AsyncIterable<StoredRestoreRequest> {
    let after: StoredRestoreRequest | undefined;
    do {
      const page: StoredRestoreRequest[] = await this.#store.list({
        by: ['all'],
        states: ['pending'],
        limit: PAGE,
        ...(after && { after }),
      });
      yield* page;
      after = page.length === PAGE ? page.at(-1) : undefined;
    } while (after);
  }

  async #ownersOf({ id, wish }: StoredRestoreRequest): Promise<string[]> {
    const named = await this.#store.namespacesOf(id);
    const { cluster } = wish.backup;
    const pairs = await Promise.all(
      wish.namespaces.map(async ({ source, target }) => ({
        source,
        target: await this.#read(cluster, target),
        origins: await Promise.all(
          named
            .filter(
              ({ namespace, isTarget }) => namespace === source && !isTarget,
            )
            .map(origin => this.#read(origin.cluster, source)),
        ),
      })),
    );
    return approvingOwnersOf({ pairs });
  }

  #read(cluster: string, name: string): Promise<SnapshotNamespace> {
    return this.#namespaces.readKnown({
      cluster,
      name,
      isOwn: async () => false,
    });
  }
}

function isSame(some: string[], others: string[]): boolean {
  return (
    some.length === others.length && some.every(one => others.includes(one))
  );
}
