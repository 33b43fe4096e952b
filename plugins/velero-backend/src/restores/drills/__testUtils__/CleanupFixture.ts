import { RestoreState } from 'backstage-plugin-velero-common';
import { Knex } from 'knex';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { ClusterRegistry } from '../../../clusters/ClusterRegistry';
import {
  StoredDrill,
  StoredRestoreRequest,
} from '../../../store/RestoreRequestStore';
import {
  ANN,
  newRequest,
  RestoreRequestTable,
} from '../../../store/restoreRequests/__testUtils__/RestoreRequestTable';
import { connectTo } from '../../../watch/__testUtils__/connectTo';
import { DrillCleanup } from '../DrillCleanup';
import { DEFAULT_DRILL_TIMES, DrillTimes } from '../DrillTimes';
import { drillTargetOf } from '../namedDrill';

/** An account that may not remove namespaces. */
const LIMITED = 'limited-token';

export const ID = 'drill-one';

/** What the request of the fixture restores to. */
export const TARGET = drillTargetOf('shop', { userRef: ANN, key: ID });

const OUTCOME = {
  phase: 'Completed',
  itemsDone: 3,
  startedAt: '2026-11-29T12:00:00Z',
};

/** How a request is not as the portal makes it. */
interface Differences {
  /** What is restored, from which the name of the scratch namespace follows. */
  source?: string;
  /** The uid of what was there when it was asked for. */
  before?: string;
}

/** A drill whose Restore is in a cluster, and what looks after it. */
export class CleanupFixture {
  /** Leave nothing to chance or patience. */
  readonly times: DrillTimes = {
    ...DEFAULT_DRILL_TIMES,
    look: { first: 0, last: 0 },
    settle: 0,
  };
  isAway = false;
  isLimited = false;

  private constructor(
    readonly sandbox: Sandbox,
    readonly table: RestoreRequestTable,
    readonly connections: Record<
      'full' | 'limited',
      ReturnType<typeof connectTo>
    >,
  ) {}

  static async start(knex: Knex): Promise<CleanupFixture> {
    const sandbox = await startSandbox({
      clusters: [
        {
          name: 'prod-eu',
          velero: false,
          users: [
            {
              name: 'limited',
              token: LIMITED,
              rules: [{ groups: ['*'], resources: ['*'], verbs: ['get'] }],
            },
          ],
          populate: ({ objects }) => {
            objects.put('namespaces', { metadata: { name: 'kube-system' } });
            objects.put('namespaces', { metadata: { name: 'velero' } });
          },
        },
      ],
    });
    const cluster = sandbox.cluster('prod-eu');
    return new CleanupFixture(sandbox, await RestoreRequestTable.open(knex), {
      full: connectTo(cluster),
      limited: connectTo(cluster, { token: LIMITED }),
    });
  }

  get cluster(): SandboxCluster {
    return this.sandbox.cluster('prod-eu');
  }

  /** Velero has made the Restore and the scratch namespace. */
  async restored(
    state: RestoreState = 'succeeded',
    drill: Partial<StoredDrill> = {},
    differs: Differences = {},
  ): Promise<void> {
    const { objects } = this.cluster;
    const restore = objects.put('restores', {
      metadata: { name: `rst-${ID}`, namespace: 'velero' },
      spec: {},
      status: { phase: 'Completed' },
    });
    this.putNamespace();
    await this.request(state, drill, differs);
    await this.table.knex('velero_restore_request').update({
      restore_uid: restore.metadata.uid,
    });
  }

  /** Keeps the request, as it is when Velero is done with it. */
  async request(
    state: RestoreState,
    drill: Partial<StoredDrill> = {},
    { source = 'shop', before = 'absent' }: Differences = {},
  ) {
    const { binding, wish } = newRequest(ID);
    const identity = this.cluster.objects.get('namespaces', 'kube-system')!;
    await this.table.inState(ID, state, {
      wish: {
        ...wish,
        drill: true,
        namespaces: [{ source, target: TARGET }],
      },
      binding: {
        ...binding,
        cluster: { name: 'prod-eu', identity: identity.metadata.uid },
        namespaces: { [`prod-eu/${TARGET}`]: before },
      },
      drill: {
        cleanup: 'pending',
        contents: { inBackup: 5, toRestore: 3, left: [], emptyClaims: [] },
        seen: {},
        ...drill,
      },
    });
    await this.table.knex('velero_restore_request').update({
      outcome: JSON.stringify({
        ...OUTCOME,
        completedAt: this.cluster.clock.now().toISOString(),
      }),
    });
  }

  /** Has Velero say how far it is with the Restore. */
  velero(phase: string) {
    this.cluster.objects.patch(
      'restores',
      { name: `rst-${ID}`, namespace: 'velero' },
      { status: { phase } },
    );
  }

  putNamespace(metadata: object = {}) {
    return this.cluster.objects.put('namespaces', {
      metadata: { name: TARGET, ...metadata },
    });
  }

  namespace() {
    return this.cluster.objects.get('namespaces', TARGET);
  }

  /** Does one step, as a replica does that has just been started. */
  async step(): Promise<StoredRestoreRequest | undefined> {
    const { store } = this.table;
    const registry: ClusterRegistry = {
      current: () => [
        {
          name: 'prod-eu',
          source: 'test',
          ...(!this.isAway && {
            connection:
              this.connections[this.isLimited ? 'limited' : 'full'].connection,
          }),
        },
      ],
      isComplete: () => true,
      subscribe: () => () => undefined,
    };
    const taken = await store.takeDrill({ holder: 'replica', ttl: 60_000 });
    if (taken) {
      const { times } = this;
      await new DrillCleanup({ store, registry, times }).work(taken);
    }
    return store.find(ID);
  }

  /** Does steps until the namespaces are gone, or somebody has to look. */
  async untilOver(): Promise<StoredRestoreRequest> {
    for (let steps = 0; steps < 20; steps++) {
      const request = (await this.step())!;
      if (['done', 'failed'].includes(request.drill!.cleanup)) {
        return request;
      }
    }
    throw new Error('The cleanup does not end');
  }

  async events(): Promise<string[]> {
    const events = await this.table.store.eventsOf(ID);
    return events.map(({ type }) => type).slice(1);
  }

  async stop() {
    await this.connections.full.close();
    await this.connections.limited.close();
    await this.sandbox.stop();
  }
}
