import { setTimeout as sleep } from 'node:timers/promises';
import { Replica } from './Replica';
import { AUDITOR, WantedNamespace } from './restoreRoles';

/** Requests that are sent at the same time. */
const AT_ONCE = 12;

/** How often something is asked for anew, each time half a second later, before the benchmark gives up. */
const ATTEMPTS = 600;

/** Milliseconds between two looks at what has become of all requests. */
const LOOK_EVERY = 10_000;

/** Milliseconds without any change after which what has not ended counts as stuck; the portal takes over after 120 s. */
const STUCK_AFTER = 5 * 60_000;

interface Sent extends WantedNamespace {
  id: string;
}

/** As the list of requests tells it. */
interface Seen {
  id: string;
  state: string;
  outcome?: { remedy?: string };
}

interface Page {
  items: Seen[];
  pageInfo: { nextCursor?: string };
}

/** States in which nothing happens any more. */
const ENDED = [
  'succeeded',
  'partially-failed',
  'failed',
  'rejected',
  'cancelled',
  'expired',
  'stale',
];

/** Many requests of many users, each into a namespace of its own. */
export class RestoreCampaign {
  readonly #replicas: Replica[];
  readonly #clusters: string[];
  readonly #requests: number;
  readonly #perUser: number;
  readonly #sent: Sent[] = [];
  #seen = new Map<string, Seen>();

  constructor(options: {
    replicas: Replica[];
    clusters: string[];
    requests: number;
    perUser: number;
  }) {
    this.#replicas = options.replicas;
    this.#clusters = options.clusters;
    this.#requests = options.requests;
    this.#perUser = options.perUser;
  }

  async send(): Promise<void> {
    let next = 0;
    const sender = async () => {
      while (next < this.#requests) {
        next += 1;
        await this.#sendOne(next - 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
  }

  /** The last that were sent, whose turn may not have come. */
  newest(count: number): WantedNamespace[] {
    return this.#sent
      .slice(-count)
      .map(({ cluster, namespace }) => ({ cluster, namespace }));
  }

  /** Waits until so many have been sent and have ended, together. */
  async untilProgress(count: number, signal: AbortSignal): Promise<void> {
    const ended = () => this.#sent.filter(({ id }) => this.#hasEnded(id));
    while (!signal.aborted && this.#sent.length + ended().length < count) {
      await sleep(1_000);
    }
  }

  /** Waits until all have ended, or nothing happens any more, however often replicas are killed meanwhile. */
  async untilEnded(): Promise<void> {
    let changedAt = performance.now();
    let before = '';
    while (performance.now() - changedAt < STUCK_AFTER) {
      this.#seen = await this.#lookAtAll();
      const states = JSON.stringify(this.states());
      if (this.#sent.every(({ id }) => this.#hasEnded(id))) {
        return;
      }
      changedAt = states === before ? changedAt : performance.now();
      before = states;
      await sleep(LOOK_EVERY);
    }
  }

  states(): Array<[state: string, count: number]> {
    const counts = new Map<string, number>();
    for (const { id } of this.#sent) {
      const state = this.#stateOf(id);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return [...counts].sort();
  }

  /** What must not be. */
  verdict(options: {
    made: Record<string, number>;
    changed: Set<string>;
  }): Array<[what: string, count: number]> {
    const { changed } = options;
    const made = ({ id }: Sent) => options.made[nameOf(id)] ?? 0;
    const known = new Set(this.#sent.map(({ id }) => nameOf(id)));
    const count = (unfit: (sent: Sent) => boolean) =>
      this.#sent.filter(unfit).length;
    return [
      ['carried out twice', count(sent => made(sent) > 1)],
      [
        'carried out after a change',
        count(sent => changed.has(sent.namespace) && made(sent) > 0),
      ],
      ['lost', this.#requests - count(({ id }) => this.#seen.has(id))],
      [
        'stuck, and nothing says what to do',
        count(({ id }) => !this.#hasEnded(id) && !this.#isExplained(id)),
      ],
      [
        'said to be done and not carried out',
        count(
          sent => this.#stateOf(sent.id) === 'succeeded' && made(sent) === 0,
        ),
      ],
      [
        'carried out and said not to be',
        count(
          sent =>
            ['stale', 'expired'].includes(this.#stateOf(sent.id)) &&
            made(sent) > 0,
        ),
      ],
      [
        'carried out for nobody',
        Object.keys(options.made).filter(name => !known.has(name)).length,
      ],
    ];
  }

  #stateOf(id: string): string {
    return this.#seen.get(id)?.state ?? 'lost';
  }

  #hasEnded(id: string): boolean {
    return ENDED.includes(this.#stateOf(id));
  }

  #isExplained(id: string): boolean {
    return Boolean(this.#seen.get(id)?.outcome?.remedy);
  }

  async #sendOne(index: number): Promise<void> {
    const cluster = this.#clusters[index % this.#clusters.length];
    const namespace = `payments-restore-${index}`;
    const userRef = `user:default/user-${Math.floor(index / this.#perUser)}`;
    const body = {
      key: `request-${index}`,
      wish: {
        backup: { cluster, veleroNamespace: 'velero', name: 'nightly' },
        namespaces: [{ source: 'payments', target: namespace }],
        reason: 'benchmark',
      },
    };
    const path = '/restore-requests';
    const { id } = await this.#insist<Seen>(path, userRef, body);
    this.#sent.push({ id, cluster, namespace });
  }

  async #lookAtAll(): Promise<Map<string, Seen>> {
    const seen = new Map<string, Seen>();
    const query = new URLSearchParams({ view: 'all', limit: '200' });
    for (;;) {
      const path = `/restore-requests?${query}`;
      const { items, pageInfo } = await this.#insist<Page>(path, AUDITOR);
      items.forEach(item => seen.set(item.id, item));
      if (!pageInfo.nextCursor) {
        return seen;
      }
      query.set('cursor', pageInfo.nextCursor);
    }
  }

  /** Asks one replica after the other until one answers. The same key again is the same request. */
  async #insist<T>(path: string, userRef: string, body?: object): Promise<T> {
    let last = '';
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const turn = Math.floor(Math.random() * this.#replicas.length);
      const asked = await this.#replicas[turn].ask<T>(path, userRef, body);
      if ('answer' in asked) {
        return asked.answer;
      }
      last = asked.problem;
      await sleep(500);
    }
    throw new Error(`${path} was never answered well: ${last}`);
  }
}

/** The portal names a Restore after its request. */
function nameOf(id: string): string {
  return `rst-${id}`;
}
