import { mockServices } from '@backstage/backend-test-utils';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { ClusterConnection } from '../../clusters/ClusterConnection';
import { Limiter } from '../../lib/Limiter';
import { ListWatch } from '../ListWatch';
import { ListWatchTiming } from '../ListWatchTiming';
import { ListWatchRunOptions } from '../WatchTarget';
import { connectTo } from './connectTo';
import { RecordingSink } from './RecordingSink';

const FAST: Partial<ListWatchTiming> = {
  backoff: { min: 1, max: 4 },
  refusedInterval: 4,
  relistInterval: 0,
  shortWatch: 0,
  positionInterval: 0,
};

const IMPATIENT = { headersTimeout: 60, watchSilence: 60 };

/** May list, but not watch. */
const LISTER = {
  name: 'lister',
  token: 'lister-token',
  rules: [{ groups: ['velero.io'], resources: ['backups'], verbs: ['list'] }],
};

/** A cluster without Velero's servers, and list-watches of its backups that lose no time. */
export class ListWatchFixture {
  readonly logger = mockServices.logger.mock();
  readonly sink = new RecordingSink();
  readonly #sandbox: Sandbox;
  readonly #limiter = new Limiter({ limit: 8 });
  readonly #closing: Array<() => Promise<void>> = [];
  #connection: ClusterConnection;
  #runs: Promise<void>[] = [];
  #controller = new AbortController();

  private constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#connection = this.connect({ limits: IMPATIENT });
  }

  static async start(): Promise<ListWatchFixture> {
    const clusters = [{ name: 'a', velero: false, users: [LISTER] }];
    return new ListWatchFixture(
      await startSandbox({ clusters, timing: { bookmark: 20 } }),
    );
  }

  async stop() {
    await this.halt();
    await Promise.all(this.#closing.map(close => close()));
    await this.#sandbox.stop();
  }

  get cluster(): SandboxCluster {
    return this.#sandbox.cluster('a');
  }

  /** What the list-watches read from unless they are told otherwise. */
  get connection(): ClusterConnection {
    return this.#connection;
  }

  get isWatching(): boolean {
    return this.sink.lastState?.state === 'watching';
  }

  /** Aborted by `halt`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Opens another connection, which is from then on the one that list-watches read from. */
  connect(options: Parameters<typeof connectTo>[1]): ClusterConnection {
    const { connection, close } = connectTo(this.cluster, options);
    this.#closing.push(close);
    this.#connection = connection;
    return connection;
  }

  run(
    options: Partial<ListWatchRunOptions> & {
      timing?: Partial<ListWatchTiming>;
      limiter?: Limiter;
    } = {},
  ) {
    const { timing, limiter = this.#limiter, ...target } = options;
    const listWatch = new ListWatch({
      limiter,
      logger: this.logger,
      timing: { ...FAST, ...timing },
    });
    const run = listWatch.run({
      connection: this.#connection,
      resource: 'backups',
      sink: this.sink,
      signal: this.signal,
      ...target,
    });
    this.#runs.push(run);
  }

  /** Ends all list-watches; others may run after that. */
  async halt() {
    this.#controller.abort();
    await Promise.all(this.#runs);
    this.#controller = new AbortController();
    this.#runs = [];
  }

  put(name: string, phase = 'New') {
    return this.cluster.objects.put('backups', {
      metadata: { name, namespace: 'velero' },
      status: { phase },
    });
  }

  putMany(count: number) {
    for (let index = 0; index < count; index += 1) {
      this.put(`backup-${index}`);
    }
  }

  remove(name: string) {
    this.cluster.objects.remove('backups', name, 'velero');
  }
}
