import {
  mayTell,
  ProspectObjects,
  RestoreProspect,
  SnapshotBackup,
} from 'backstage-plugin-velero-common';
import { Artifacts } from '../../artifacts/Artifacts';
import { ClusterRegistry } from '../../clusters/ClusterRegistry';
import { Stores } from '../../store/Stores';
import { artifactSourceOf } from '../snapshot/artifactSourceOf';
import { NamesReader } from './NamesReader';
import { ClusterQuestion, ProspectQuestion } from './ProspectQuestion';
import { readArchive } from './readArchive';
import { reading } from './reading';
import { readObjects } from './readObjects';
import { readQuotas } from './readQuotas';
import { StorageClassReader } from './StorageClassReader';

/** Milliseconds for all of it together; somebody waits. What comes later is not known. */
const TIME_LIMIT = 4_000;

/**
 * Reads what is good to know before a restore. It takes no part in a decision: what cannot be read is said to be unknown,
 * and the answer does not wait for it.
 */
export class RestoreProspects {
  readonly #registry: ClusterRegistry;
  readonly #stores: Pick<Stores, 'earlierRestores'>;
  readonly #artifacts: Artifacts;
  readonly #names = new NamesReader();
  readonly #storageClasses = new StorageClassReader();

  constructor(options: {
    registry: ClusterRegistry;
    stores: Pick<Stores, 'earlierRestores'>;
    artifacts: Artifacts;
  }) {
    this.#registry = options.registry;
    this.#stores = options.stores;
    this.#artifacts = options.artifacts;
  }

  /** @returns nothing for whoever may not know, and where there is nothing to tell */
  async read(question: ProspectQuestion): Promise<RestoreProspect | undefined> {
    const { snapshot, verdict, signal: caller } = question;
    const { backup, cluster } = snapshot;
    const connection = this.#registry
      .current()
      .find(({ name }) => name === cluster.name)?.connection;
    if (!backup || !connection || !mayTell(verdict)) {
      return undefined;
    }
    const timeout = AbortSignal.timeout(TIME_LIMIT);
    const signal = AbortSignal.any([caller, timeout]);
    return this.#read({ ...question, connection, signal }, backup, caller);
  }

  async #read(
    question: ClusterQuestion,
    backup: SnapshotBackup,
    caller: AbortSignal,
  ): Promise<RestoreProspect> {
    const { wish, snapshot, connection, signal } = question;
    const { earlierRestores } = this.#stores;
    const { cluster, veleroNamespace: namespace, name } = wish.backup;
    const locationName = snapshot.location?.name;
    const source = artifactSourceOf({ wish, locationName }, backup);
    const [objects, quotas, storageClasses, archive, schedule, earlier] =
      await Promise.all([
        this.#objects(question, source, caller),
        reading(() => readQuotas(question), caller),
        reading(() => this.#storageClasses.read(connection, signal), caller),
        reading(() => readArchive(this.#artifacts, source, question), caller),
        earlierRestores.scheduleOf({ cluster, namespace, name }),
        earlierRestores.newestIn(cluster),
      ]);
    return {
      objects,
      quotas,
      storageClasses,
      archive,
      ...(schedule && { schedule }),
      earlier,
    };
  }

  /** None where the list of the backup is away: the checks have said so. */
  async #objects(
    question: ClusterQuestion,
    source: ReturnType<typeof artifactSourceOf>,
    caller: AbortSignal,
  ): Promise<ProspectObjects[]> {
    const { signal } = question;
    const resources = await reading(
      () => this.#artifacts.resources({ source, signal }),
      caller,
    );
    return resources.value
      ? readObjects(
          { ...question, caller, names: this.#names },
          resources.value,
        )
      : [];
  }
}
