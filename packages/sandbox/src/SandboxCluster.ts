import { randomUUID } from 'node:crypto';
import { ADMIN_RULES, portalRules, SandboxUser } from './api/authorization';
import { ClusterApi } from './api/ClusterApi';
import { DirectObjects } from './api/DirectObjects';
import { ObjectStore } from './api/ObjectStore';
import { Clock } from './clock/Clock';
import { FaultSwitches } from './faults/FaultSwitches';
import { OpenConnections } from './faults/OpenConnections';
import { ClusterHandler } from './http/ClusterHandler';
import { RequestCounters } from './http/RequestCounters';
import { Route } from './http/SandboxServer';
import { Buckets } from './objectstore/Buckets';
import { DownloadLinks } from './objectstore/DownloadLinks';
import { SandboxClusterOptions, SandboxTiming } from './SandboxOptions';
import { VeleroServer } from './velero/VeleroServer';

interface ClusterSetup {
  options: SandboxClusterOptions;
  timing: SandboxTiming;
  clock: Clock;
  historyLimit: number;
  backlogLimit: number;
  buckets: Buckets;
  links: DownloadLinks;
  /** The address of the sandbox, known once it listens. */
  baseUrl: () => string;
}

const KUBERNETES_VERSION = 'v1.34.2';

/** A simulated cluster, seen from a test or a scenario. */
export class SandboxCluster {
  readonly name: string;
  readonly veleroNamespace: string;
  readonly tokens: { admin: string; portal: string };
  readonly faults: FaultSwitches;
  readonly requests = new RequestCounters();
  readonly objects: DirectObjects;
  readonly clock: Clock;
  /** The same rules that clients meet, without HTTP. */
  readonly api: ClusterApi;
  /** Velero's server; it can be stopped, as by a kill, and started again. */
  readonly velero: VeleroServer;
  /** The buckets that all clusters of the sandbox share. */
  readonly buckets: Buckets;
  readonly #connections = new OpenConnections();
  readonly #handler: ClusterHandler;
  readonly #baseUrl: () => string;

  constructor(setup: ClusterSetup) {
    const { options, timing, clock, historyLimit, baseUrl } = setup;
    const store = new ObjectStore({ historyLimit });
    this.name = options.name;
    this.veleroNamespace = options.veleroNamespace ?? 'velero';
    this.tokens = options.tokens ?? {
      admin: randomUUID(),
      portal: randomUUID(),
    };
    this.clock = clock;
    this.#baseUrl = baseUrl;
    this.api = new ClusterApi({ store, clock });
    this.objects = new DirectObjects({ store, clock });
    this.buckets = setup.buckets;
    this.velero = new VeleroServer({
      api: this.api,
      namespace: this.veleroNamespace,
      timing,
      now: () => clock.now(),
      buckets: setup.buckets,
      links: setup.links,
    });
    this.faults = new FaultSwitches(this.#connections);
    this.#handler = new ClusterHandler({
      api: this.api,
      users: [...this.#builtInUsers(), ...(options.users ?? [])],
      faults: this.faults,
      connections: this.#connections,
      requests: this.requests,
      kubernetesVersion: KUBERNETES_VERSION,
      bookmarkMillis: timing.bookmark,
      backlogLimit: setup.backlogLimit,
    });
  }

  /** The API server's address; clients append `/api/v1/…` and `/apis/…`. */
  get url(): string {
    return `${this.#baseUrl()}/clusters/${this.name}`;
  }

  /** How many watches are open. */
  get openWatches(): number {
    return this.#connections.watches;
  }

  get route(): Route {
    return (request, response, url) =>
      this.#handler.handle(request, response, url);
  }

  #builtInUsers(): SandboxUser[] {
    const { admin, portal } = this.tokens;
    return [
      { name: 'admin', token: admin, rules: ADMIN_RULES },
      {
        name: 'portal',
        token: portal,
        rules: portalRules(this.veleroNamespace),
      },
    ];
  }
}
