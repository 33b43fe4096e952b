import { randomUUID } from 'node:crypto';
import { Authenticator } from './api/access/Authenticator';
import { Authorizer } from './api/access/Authorizer';
import { putDefaultRoles } from './api/access/defaultRoles';
import { portalRules, SandboxUser } from './api/access/SandboxUser';
import { ServiceAccountTokens } from './api/access/ServiceAccountTokens';
import { ClusterApi } from './api/ClusterApi';
import { DirectObjects } from './api/DirectObjects';
import { ObjectStore } from './api/ObjectStore';
import { putCustomResourceDefinitions } from './api/putCustomResourceDefinitions';
import { Clock } from './clock/Clock';
import { ControllerManager } from './controllers/ControllerManager';
import { FaultSwitches } from './faults/FaultSwitches';
import { OpenConnections } from './faults/OpenConnections';
import { ClusterHandler } from './http/ClusterHandler';
import { RequestCounters } from './http/RequestCounters';
import { Route, SandboxServer } from './http/SandboxServer';
import { Buckets } from './objectstore/Buckets';
import { DownloadLinks } from './objectstore/DownloadLinks';
import { SandboxTiming } from './clock/SandboxTiming';
import { SandboxClusterOptions } from './SandboxOptions';
import { Certificate } from './tls/SelfSignedCertificate';
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
  /** What comes with every cluster and looks after its objects. */
  readonly controllers: ControllerManager;
  /** The buckets that all clusters of the sandbox share. */
  readonly buckets: Buckets;
  readonly #connections = new OpenConnections();
  readonly #handler: ClusterHandler;
  readonly #baseUrl: () => string;
  #secureServer?: SandboxServer;

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
    this.controllers = new ControllerManager({
      api: this.api,
      clusterName: this.name,
      clock,
    });
    this.velero = new VeleroServer({
      api: this.api,
      namespace: this.veleroNamespace,
      timing,
      clock,
      buckets: setup.buckets,
      links: setup.links,
    });
    this.faults = new FaultSwitches({ connections: this.#connections, clock });
    putDefaultRoles(this.objects);
    putCustomResourceDefinitions(this.objects, clock);
    const users = [...this.#builtInUsers(), ...(options.users ?? [])];
    const now = () => clock.now();
    const serviceAccounts = new ServiceAccountTokens({ store, now });
    this.#handler = new ClusterHandler({
      api: this.api,
      clock,
      authenticator: new Authenticator({ users, serviceAccounts }),
      authorizer: new Authorizer({ store, users }),
      serviceAccounts,
      faults: this.faults,
      connections: this.#connections,
      requests: this.requests,
      kubernetesVersion: KUBERNETES_VERSION,
      bookmarkMillis: timing.bookmark / clock.speed,
      backlogLimit: setup.backlogLimit,
    });
  }

  /** The API server's address; clients append `/api/v1/…` and `/apis/…`. */
  get url(): string {
    return `${this.#baseUrl()}/clusters/${this.name}`;
  }

  /** The same over TLS, without a path, for clients that send a token over nothing else. */
  get secureUrl(): string {
    if (!this.#secureServer) {
      throw new Error(`Cluster '${this.name}' was started without 'tls'`);
    }
    return this.#secureServer.url;
  }

  /** How many watches are open. */
  get openWatches(): number {
    return this.#connections.watches;
  }

  get route(): Route {
    return (request, response, url) =>
      this.#handler.handle(request, response, url);
  }

  /** A listener with TLS for this cluster alone, which nobody started yet. */
  secure(certificate: Certificate): SandboxServer {
    this.#secureServer = new SandboxServer(certificate);
    this.#secureServer.route('', this.route);
    return this.#secureServer;
  }

  #builtInUsers(): SandboxUser[] {
    const { admin, portal } = this.tokens;
    return [
      { name: 'admin', token: admin, groups: ['system:masters'] },
      {
        name: 'portal',
        token: portal,
        rules: portalRules(this.veleroNamespace),
      },
    ];
  }
}
