import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { RowKey } from '../store/ObjectQueries';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { Stores } from '../store/Stores';
import { ObjectRow } from '../store/tables';
import { absentStep, isOurs, replacedStep, seenStep } from './followSteps';
import { LiveRestores } from './LiveRestores';
import { RestoreStep, RestoreSteps } from './RestoreSteps';
import { CLUSTER_AWAY } from './RestoreSubmission';
import { RestoreTimes } from './RestoreTimes';

/** Requests that a replica brings up to date at the same time: the history takes one after the other anyway. */
const AT_ONCE = 8;

/** Follows what becomes of the Restores that were made, by what is collected from the clusters. */
export class RestoreFollower {
  readonly #stores: Stores;
  readonly #steps: RestoreSteps;
  readonly #live: LiveRestores;
  readonly #logger: LoggerService;
  readonly #times: RestoreTimes;

  constructor(options: {
    stores: Stores;
    steps: RestoreSteps;
    registry: ClusterRegistry;
    logger: LoggerService;
    times: RestoreTimes;
  }) {
    this.#stores = options.stores;
    this.#steps = options.steps;
    this.#live = new LiveRestores({ ...options, timeout: options.times.judge });
    this.#logger = options.logger;
    this.#times = options.times;
  }

  /** Looks at all of them once. @returns whether something changed */
  async look(): Promise<boolean> {
    const requests = await this.#stores.restoreRequests.findRunning();
    const rows = await this.#restoresOf(requests);
    const left = requests.values();
    const follow = async () => {
      let hasChanged = false;
      for (const request of left) {
        const row = rows.get(textOf(keyOf(request)));
        hasChanged = (await this.#follow(request, row)) || hasChanged;
      }
      return hasChanged;
    };
    const followed = await Promise.all(Array.from({ length: AT_ONCE }, follow));
    return followed.includes(true);
  }

  /** What is wrong with one request must not keep the others from being followed. */
  async #follow(
    request: StoredRestoreRequest,
    row: ObjectRow | undefined,
  ): Promise<boolean> {
    try {
      const step = row
        ? await this.#seen(request, row)
        : await this.#unseen(request);
      if (!step) {
        return false;
      }
      await this.#steps.take(request, step);
      return true;
    } catch (error) {
      this.#logger.warn(
        `Request ${request.id} cannot be followed: ${stringifyError(error)}`,
      );
      return false;
    }
  }

  /** Reads them together: a fleet may have many, and each look would ask for each of them. */
  async #restoresOf(
    requests: StoredRestoreRequest[],
  ): Promise<Map<string, ObjectRow>> {
    const rows = await this.#stores.queries.findAll(
      'restores',
      requests.map(keyOf),
    );
    return new Map(rows.map(row => [textOf(row), row]));
  }

  /** Of an object that is large, or that an earlier version collected, not all is kept that tells whose it is. */
  async #seen(
    request: StoredRestoreRequest,
    row: ObjectRow,
  ): Promise<RestoreStep | undefined> {
    if (isOurs(request, row.uid, JSON.parse(row.doc))) {
      return seenStep(request, row);
    }
    const live =
      request.state === 'unknown' ? undefined : await this.#live.find(request);
    if (!live || live === 'absent') {
      return undefined;
    }
    return isOurs(request, live.metadata.uid, live)
      ? seenStep(request, row)
      : replacedStep();
  }

  /** What is not there any more was removed by somebody; what is not there yet may be on its way. */
  async #unseen(
    request: StoredRestoreRequest,
  ): Promise<RestoreStep | undefined> {
    const step = absentStep(request);
    if (!step || Date.now() - request.updatedAt < this.#times.unseen) {
      return undefined;
    }
    const isAbsent = (await this.#live.find(request)) === 'absent';
    const isKnown =
      request.state === 'running' || (await this.#wasNeverMade(request));
    return isAbsent && isKnown ? step : undefined;
  }

  /** What is unknown for another reason than that the cluster was away may have been made, and is for people to look at. */
  async #wasNeverMade(request: StoredRestoreRequest): Promise<boolean> {
    const events = await this.#stores.restoreRequests.eventsOf(request.id);
    const told = events.findLast(({ type }) =>
      ['unknown', 'changed'].includes(type),
    );
    return (
      told?.body?.message === CLUSTER_AWAY &&
      (await this.#live.isSameCluster(request))
    );
  }
}

function keyOf({ binding, restore }: StoredRestoreRequest): RowKey {
  return {
    cluster: binding.cluster.name,
    namespace: binding.veleroNamespace,
    name: restore,
  };
}

function textOf({ cluster, namespace, name }: RowKey): string {
  return JSON.stringify([cluster, namespace, name]);
}
