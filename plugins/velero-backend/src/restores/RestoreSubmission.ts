import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import {
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../store/RestoreRequestStore';
import { approvalsOf } from './approvalsOf';
import { isRestoreOf, restoreObject } from './restoreObject';
import { RestoreStep, RestoreSteps } from './RestoreSteps';
import { pauseFor, RestoreTimes } from './RestoreTimes';

/** Said of what has run out of time while its cluster did not answer. */
export const CLUSTER_AWAY =
  'Nobody can tell whether Velero was asked: the cluster is away';

/** What a look at the name told. */
type Look = { uid: string } | 'taken' | 'absent';

/** Errors after which the Restore may be there all the same. */
const UNCERTAIN = [
  'exists',
  'unreachable',
  'malformed',
  'too-many-requests',
  'not-served',
];

/**
 * Has Velero carry out a request, at most once. That it is going to be asked is in the database before; the name follows
 * from the request; an API server makes one object of a name. After an answer that was lost a look at the name tells what
 * came of it.
 */
export class RestoreSubmission {
  readonly #store: RestoreRequestStore;
  readonly #steps: RestoreSteps;
  readonly #registry: ClusterRegistry;
  readonly #times: RestoreTimes;

  constructor(options: {
    store: RestoreRequestStore;
    steps: RestoreSteps;
    registry: ClusterRegistry;
    times: RestoreTimes;
  }) {
    this.#store = options.store;
    this.#steps = options.steps;
    this.#registry = options.registry;
    this.#times = options.times;
  }

  /**
   * Asks Velero for the first time.
   *
   * @param obstacle - what stands in the way, as things are now that nobody else can begin
   */
  async begin(
    request: StoredRestoreRequest,
    obstacle: () => Promise<RestoreStep | undefined>,
  ): Promise<void> {
    const since = performance.now();
    const step = await obstacle();
    await this.#steps.take(
      request,
      step ?? (await this.#create(request, since)),
    );
  }

  /**
   * Goes on where nobody knows whether Velero was asked: looks first.
   *
   * @param obstacle - what stands in the way of asking now, since things may have changed meanwhile
   */
  async goOn(
    request: StoredRestoreRequest,
    isDue: boolean,
    obstacle: () => Promise<RestoreStep | undefined>,
  ): Promise<void> {
    const look = await this.#look(request);
    if (look !== 'absent') {
      await this.#steps.take(
        request,
        look ? found(look) : this.#wait(request, isDue),
      );
      return;
    }
    if (isDue) {
      await this.#steps.take(request, notAsked());
      return;
    }
    await this.begin(request, obstacle);
  }

  /** @param since - when this replica was sure that nobody else works on it, as `performance.now()` tells */
  async #create(
    request: StoredRestoreRequest,
    since: number,
  ): Promise<RestoreStep> {
    const connection = this.#connectionTo(request);
    const approvals = approvalsOf(await this.#store.eventsOf(request.id));
    // A process that was stopped for a while must not ask when another one may have, and somebody undone it.
    const isLate = performance.now() - since > this.#times.ttl / 2;
    if (!connection || isLate) {
      return this.#again(request);
    }
    try {
      const { metadata } = await connection.create({
        ...restoreObject(
          request,
          approvals.map(({ userRef }) => userRef),
        ),
        signal: AbortSignal.timeout(this.#times.ttl / 4),
      });
      return found({ uid: metadata.uid ?? '' });
    } catch (error) {
      return this.#afterFailure(request, error);
    }
  }

  async #afterFailure(
    request: StoredRestoreRequest,
    error: unknown,
  ): Promise<RestoreStep> {
    if (!(error instanceof ClusterError)) {
      throw error;
    }
    if (!UNCERTAIN.includes(error.kind)) {
      return refused(error);
    }
    const look = await this.#look(request);
    return look && look !== 'absent' ? found(look) : this.#again(request);
  }

  /** Nothing when the cluster does not tell. */
  async #look(request: StoredRestoreRequest): Promise<Look | undefined> {
    const connection = this.#connectionTo(request);
    try {
      const object = await connection?.get({
        resource: 'restores',
        namespace: request.binding.veleroNamespace,
        name: request.restore,
        signal: AbortSignal.timeout(this.#times.ttl / 4),
      });
      if (!object) {
        return undefined;
      }
      return isRestoreOf(request, object)
        ? { uid: object.metadata.uid ?? '' }
        : 'taken';
    } catch (error) {
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      return error.kind === 'not-found' ? 'absent' : undefined;
    }
  }

  #wait(request: StoredRestoreRequest, isDue: boolean): RestoreStep {
    return isDue ? unknown() : this.#again(request);
  }

  #again(request: StoredRestoreRequest): RestoreStep {
    return {
      change: {
        heldFor: pauseFor(request, this.#times),
        outcome: { message: 'The cluster does not answer' },
      },
    };
  }

  #connectionTo({
    binding,
  }: StoredRestoreRequest): ClusterConnection | undefined {
    return this.#registry
      .current()
      .find(({ name }) => name === binding.cluster.name)?.connection;
  }
}

function found(look: Exclude<Look, 'absent'>): RestoreStep {
  if (look === 'taken') {
    const message =
      'There is a Restore of the name that this request would have, and it is not what was agreed to';
    const remedy = 'Look at who made it, and ask anew';
    return {
      change: { state: 'unknown', outcome: { message, remedy } },
      event: { type: 'unknown', body: { message } },
    };
  }
  return {
    change: { state: 'running', restoreUid: look.uid, outcome: {} },
    event: { type: 'submitted', body: look },
  };
}

function refused({ message }: ClusterError): RestoreStep {
  const outcome = {
    message: `Nothing was restored: the cluster refuses it: ${message}`,
    remedy: 'Have the cause removed, and ask anew',
  };
  return {
    change: { state: 'failed', outcome },
    event: { type: 'ended', body: { state: 'failed', ...outcome } },
  };
}

/** Nobody looked in time, but now it is certain. */
function notAsked(): RestoreStep {
  const outcome = {
    message: 'Nothing was restored: Velero could not be asked in time',
    remedy: 'Ask anew',
  };
  return {
    change: { state: 'expired', outcome },
    event: { type: 'expired', body: outcome },
  };
}

function unknown(): RestoreStep {
  const outcome = {
    message: CLUSTER_AWAY,
    remedy:
      'Nothing is tried again. When the cluster is back, what came of it is looked up',
  };
  return {
    change: { state: 'unknown', outcome },
    event: { type: 'unknown', body: outcome },
  };
}
