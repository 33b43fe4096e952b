import { judgeRemoval, RemovalVerdict } from 'backstage-plugin-velero-common';
import { ClusterError } from '../../clusters/ClusterError';
import { NewRestoreEvent } from '../../store/RestoreRequestStore';
import { pauseFor } from '../RestoreTimes';
import { DrillRequest, DrillStep, drillStep } from './DrillStep';
import { DrillTimes } from './DrillTimes';
import { drillTargetOf } from './namedDrill';
import { ScratchNamespace, ScratchNamespaces } from './ScratchNamespaces';

/** A namespace of a drill, as it is now, and whether it may be removed. */
interface JudgedNamespace {
  name: string;
  found?: ScratchNamespace;
  judgement: RemovalVerdict;
}

/** What keeps a namespace, for a person. */
interface Obstacle {
  message: string;
  remedy: string;
}

/** Removes the scratch namespaces of a drill, and nothing else. */
export class ScratchRemoval {
  readonly #namespaces: ScratchNamespaces;
  readonly #times: Pick<DrillTimes, 'look' | 'held' | 'last'>;

  constructor(options: {
    namespaces: ScratchNamespaces;
    times: Pick<DrillTimes, 'look' | 'held' | 'last'>;
  }) {
    this.#namespaces = options.namespaces;
    this.#times = options.times;
  }

  /** Keeps the uid of what is there for the first time, as soon as it may be removed; nothing when there is none. */
  async seenStep(request: DrillRequest): Promise<DrillStep | undefined> {
    const { seen } = request.drill;
    const isAll = request.wish.namespaces.every(({ target }) => seen[target]);
    const found = isAll ? {} : uidsOf(await this.#judged(request));
    const isNew = Object.keys(found).some(name => !seen[name]);
    return isNew
      ? drillStep(request, { seen: { ...found, ...seen } })
      : undefined;
  }

  /** Says that they are being removed, before it is done. */
  async begin(request: DrillRequest): Promise<DrillStep> {
    return drillStep(
      request,
      { cleanup: 'deleting', cleanupSince: Date.now() },
      { event: { type: 'cleanup-started', body: { ...request.drill.seen } } },
    );
  }

  /** Removes what is there, looks whether it is gone, and says what is in the way. */
  async goOn(request: DrillRequest): Promise<DrillStep> {
    const unseen = await this.seenStep(request);
    if (unseen) {
      return unseen;
    }
    const judged = await this.#judged(request);
    const obstacles = await this.#removeAll(request, judged);
    const isOver = judged.every(
      ({ judgement }) => judgement.verdict !== 'remove',
    );
    if (isOver) {
      return endOf(request, judged);
    }
    return this.#stillThere(request, obstacles);
  }

  async #judged(request: DrillRequest): Promise<JudgedNamespace[]> {
    const identity = await this.#namespaces.identity();
    return Promise.all(
      request.wish.namespaces.map(async ({ source, target: name }) => {
        const found = await this.#namespaces.find(name);
        const judgement = judgementOf(request, {
          ...{ name, source, identity, found },
        });
        return { name, ...(found && { found }), judgement };
      }),
    );
  }

  async #removeAll(
    request: DrillRequest,
    judged: JudgedNamespace[],
  ): Promise<Obstacle[]> {
    const obstacles: Obstacle[] = [];
    for (const { name, found, judgement } of judged) {
      if (judgement.verdict === 'remove' && found?.terminating) {
        obstacles.push(...this.#holding(request, name, found));
      } else if (judgement.verdict === 'remove') {
        obstacles.push(...(await this.#remove(name, judgement.uid)));
      }
    }
    return obstacles;
  }

  async #remove(name: string, uid: string): Promise<Obstacle[]> {
    try {
      await this.#namespaces.remove(name, uid);
      return [];
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'forbidden') {
        return [
          {
            message: `The cluster does not let namespace '${name}' be removed: ${error.message}`,
            remedy:
              'Have an administrator of the cluster apply the bundle deploy/rbac/drill, or remove the namespace; it is tried again for a day',
          },
        ];
      }
      throw error;
    }
  }

  /** Kubernetes takes its time; what holds a namespace for longer, somebody has to see to. */
  #holding(
    request: DrillRequest,
    name: string,
    { heldBy }: ScratchNamespace,
  ): Obstacle[] {
    const isLong = this.#since(request) > this.#times.held;
    const what = heldBy.length > 0 ? `: ${heldBy.join('; ')}` : '';
    return isLong
      ? [
          {
            message: `Namespace '${name}' is being removed and is not gone${what}`,
            remedy:
              'Look at what has these finalizers: its controller has to take them away. It is looked at again for a day',
          },
        ]
      : [];
  }

  #stillThere(request: DrillRequest, obstacles: Obstacle[]): DrillStep {
    const { cleanupSince = Date.now() } = request.drill;
    const told = toldOf(obstacles);
    if (this.#since(request) > this.#times.last) {
      const message = told?.message ?? 'The namespaces are still there';
      const remedy = 'It is not looked at any more: remove them yourself';
      return drillStep(
        request,
        { cleanup: 'failed', message, remedy },
        { event: { type: 'cleanup-failed', body: { message } } },
      );
    }
    const heldFor = pauseFor(
      { createdAt: cleanupSince },
      { retry: this.#times.look },
    );
    if (!told || told.message === request.drill.message) {
      return { change: { heldFor } };
    }
    return drillStep(request, told, { heldFor, event: heldEvent(told) });
  }

  #since({ drill }: DrillRequest): number {
    return Date.now() - (drill.cleanupSince ?? Date.now());
  }
}

function judgementOf(
  { requester, key, state, binding, drill, outcome }: DrillRequest,
  now: {
    name: string;
    source: string;
    identity?: string;
    found?: ScratchNamespace;
  },
): RemovalVerdict {
  const { name, source, identity, found } = now;
  const { userRef } = requester;
  return judgeRemoval({
    name,
    derivedName: drillTargetOf(source, { userRef, key }),
    wasAbsent:
      binding.namespaces[`${binding.cluster.name}/${name}`] === 'absent',
    cluster: { agreed: binding.cluster.identity, now: identity },
    restore: {
      createdAt: drill.restoreCreatedAt,
      completedAt: outcome?.completedAt,
      isRunning: state === 'running',
    },
    seenUid: drill.seen[name],
    found,
  });
}

function uidsOf(judged: JudgedNamespace[]): Record<string, string> {
  return Object.fromEntries(
    judged.flatMap(({ name, judgement }) =>
      judgement.verdict === 'remove' ? [[name, judgement.uid]] : [],
    ),
  );
}

/** All that may be removed is gone. What must not be removed stays, and somebody has to know. */
function endOf(request: DrillRequest, judged: JudgedNamespace[]): DrillStep {
  const kept = judged.flatMap(({ name, judgement }) =>
    judgement.verdict === 'keep'
      ? [`Namespace '${name}' stays: ${judgement.because}`]
      : [],
  );
  if (kept.length > 0) {
    const message = kept.join('; ');
    const remedy =
      'Look at whose it is, and remove it yourself if it is not needed';
    return drillStep(
      request,
      { cleanup: 'failed', message, remedy },
      { event: { type: 'cleanup-failed', body: { message } } },
    );
  }
  return drillStep(
    request,
    { cleanup: 'done', message: undefined, remedy: undefined },
    { event: { type: 'cleaned-up' } },
  );
}

function toldOf(obstacles: Obstacle[]): Obstacle | undefined {
  const [first] = obstacles;
  return (
    first && {
      message: obstacles.map(({ message }) => message).join('; '),
      remedy: first.remedy,
    }
  );
}

function heldEvent({ message }: Obstacle): NewRestoreEvent {
  return { type: 'cleanup-held', body: { message } };
}
