import { hasEnded } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { ClusterError } from '../../clusters/ClusterError';
import { ClusterRegistry } from '../../clusters/ClusterRegistry';
import {
  RestoreRequestStore,
  StoredRestoreRequest,
} from '../../store/RestoreRequestStore';
import { pauseFor } from '../RestoreTimes';
import { DrillRequest, DrillStep, drillStep } from './DrillStep';
import { DrillTimes } from './DrillTimes';
import { DrillRestore, findRestore } from './findRestore';
import { resultStep } from './resultStep';
import { ScratchNamespaces } from './ScratchNamespaces';
import { ScratchRemoval } from './ScratchRemoval';

/** States in which it is certain that Velero was not asked. */
const NEVER_ASKED = ['rejected', 'cancelled', 'expired', 'stale'];

/**
 * Sees to it that the scratch namespaces of a drill are gone once Velero is done, and that it is kept what the drill has
 * shown. Each step is kept before the next one is done, so that any replica can go on from there.
 */
export class DrillCleanup {
  readonly #store: RestoreRequestStore;
  readonly #registry: ClusterRegistry;
  readonly #times: DrillTimes;

  constructor(options: {
    store: RestoreRequestStore;
    registry: ClusterRegistry;
    times: DrillTimes;
  }) {
    this.#store = options.store;
    this.#registry = options.registry;
    this.#times = options.times;
  }

  /** Does what is to be done next about a drill that this replica has taken. */
  async work(request: StoredRestoreRequest): Promise<void> {
    const { drill } = request;
    if (!drill) {
      throw new Error(`Request ${request.id} is no drill`);
    }
    const { change, event } = await this.#next({ ...request, drill });
    await this.#store.change(request, change, event);
  }

  async #next(request: DrillRequest): Promise<DrillStep> {
    if (NEVER_ASKED.includes(request.state)) {
      return drillStep(request, { cleanup: 'done' });
    }
    try {
      return await this.#look(request);
    } catch (error) {
      if (error instanceof ClusterError) {
        return this.#later(request, error.message);
      }
      throw error;
    }
  }

  async #look(request: DrillRequest): Promise<DrillStep> {
    const connection = this.#connectionTo(request);
    if (!connection) {
      return this.#later(request, 'The cluster cannot be asked');
    }
    const namespaces = new ScratchNamespaces({
      connection,
      answer: this.#times.answer,
    });
    const removal = new ScratchRemoval({ namespaces, times: this.#times });
    if (request.drill.cleanup === 'deleting') {
      return removal.goOn(request);
    }
    const restore = await this.#restoreOf(connection, request);
    return (
      madeStep(request, restore) ??
      (await removal.seenStep(request)) ??
      (this.#isOver(request, restore)
        ? resultStep(request) ?? (await removal.begin(request))
        : this.#wait(request))
    );
  }

  /** Whoever is done with it leaves it; of what is not known any more it counts what was known before. */
  async #restoreOf(
    connection: ClusterConnection,
    request: DrillRequest,
  ): Promise<DrillRestore | undefined> {
    const { state, drill, outcome } = request;
    const isNeeded =
      state === 'unknown' || !drill.restoreCreatedAt || !outcome?.completedAt;
    return isNeeded
      ? findRestore(
          connection,
          request,
          AbortSignal.timeout(this.#times.answer),
        )
      : undefined;
  }

  /**
   * Velero may still be at work on a Restore that somebody has removed, or whose request somebody has closed, and make the
   * namespace anew.
   */
  #isOver(
    { state, updatedAt, outcome }: DrillRequest,
    restore: DrillRestore | undefined,
  ): boolean {
    const waited = Date.now() - updatedAt;
    const isOver =
      outcome?.completedAt || restore?.isFinished || waited > this.#times.last;
    if (hasEnded(state) && isOver) {
      return true;
    }
    if (!hasEnded(state) && state !== 'unknown') {
      return false;
    }
    const isSettled = Date.now() - updatedAt > this.#times.settle;
    return isSettled && (!restore || restore.isFinished);
  }

  #wait(request: DrillRequest): DrillStep {
    return { change: { heldFor: this.#pause(request) } };
  }

  /** Kept only when it goes on for too long: a cluster that is away for a while is nothing to tell. */
  #later(request: DrillRequest, message: string): DrillStep {
    const { drill, state, updatedAt } = request;
    const since = drill.cleanupSince ?? updatedAt;
    const isLast = state !== 'running' && Date.now() - since > this.#times.last;
    if (!isLast) {
      return { change: { heldFor: this.#pause(request) } };
    }
    const remedy = `Remove them yourself when the cluster answers: ${targetsOf(
      request,
    )}`;
    return drillStep(
      request,
      { cleanup: 'failed', message, remedy },
      { event: { type: 'cleanup-failed', body: { message } } },
    );
  }

  #pause({ updatedAt }: DrillRequest): number {
    return pauseFor({ createdAt: updatedAt }, { retry: this.#times.look });
  }

  #connectionTo({ binding }: DrillRequest): ClusterConnection | undefined {
    return this.#registry
      .current()
      .find(({ name }) => name === binding.cluster.name)?.connection;
  }
}

/** When the Restore was made is kept as long as it is there to tell. */
function madeStep(
  request: DrillRequest,
  restore: DrillRestore | undefined,
): DrillStep | undefined {
  return restore?.createdAt && !request.drill.restoreCreatedAt
    ? drillStep(request, { restoreCreatedAt: restore.createdAt })
    : undefined;
}

function targetsOf({ wish }: DrillRequest): string {
  return wish.namespaces.map(({ target }) => target).join(', ');
}
