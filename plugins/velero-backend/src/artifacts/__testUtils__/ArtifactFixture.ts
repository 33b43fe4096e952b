import { gzipSync } from 'node:zlib';
import { mockServices } from '@backstage/backend-test-utils';
import { BackupDetails } from 'backstage-plugin-velero-common';
import { Sandbox, SandboxCluster, startSandbox } from 'velero-sandbox';
import { TestCertificate } from '../../clusters/__testUtils__/createCertificate';
import { ScriptedServer } from '../../clusters/__testUtils__/ScriptedServer';
import { connectTo } from '../../watch/__testUtils__/connectTo';
import { ArtifactLimits } from '../ArtifactLimits';
import { DefaultArtifacts } from '../DefaultArtifacts';

/** Stands in every link, and must stand nowhere else. */
export const CANARY = 'canary-5ed1';

const READ_ONLY = [
  { groups: ['velero.io'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
];

/** A finished backup of the reader's alone. */
export function details(overrides: Partial<BackupDetails> = {}): BackupDetails {
  return {
    cluster: 'eu',
    veleroNamespace: 'velero',
    name: 'first',
    uid: 'uid-1',
    phase: 'Completed',
    lifecycle: 'finished',
    outcome: 'ok',
    startedAt: '2026-11-22T02:00:01Z',
    origin: 'this-cluster',
    location: { name: 'archive' },
    namespaces: ['payments'],
    shared: false,
    validationErrors: [],
    spec: {},
    labels: {},
    annotations: {},
    freshness: { name: 'eu', state: 'live' },
    ...overrides,
  };
}

/** A cluster whose Velero and whose object store answer as a test says. */
export class ArtifactFixture {
  readonly eu: SandboxCluster;
  readonly store: ScriptedServer;
  readonly artifacts: DefaultArtifacts;
  readonly controller = new AbortController();
  readonly warnings: string[] = [];
  /** Names of all requests that there ever were. */
  readonly requests = new Set<string>();
  /** What Velero writes into a request; a link into the store when a test says nothing. */
  status: () => Record<string, unknown> | undefined;
  readonly #sandbox: Sandbox;
  readonly #connected: ReturnType<typeof connectTo>;
  readonly #velero: NodeJS.Timeout;

  private constructor(options: {
    sandbox: Sandbox;
    store: ScriptedServer;
    limits: Partial<ArtifactLimits>;
    token?: string;
  }) {
    const { sandbox, store, limits, token } = options;
    this.#sandbox = sandbox;
    this.store = store;
    this.eu = sandbox.cluster('eu');
    this.status = () => ({ phase: 'Processed', downloadURL: this.link });
    this.#connected = connectTo(this.eu, { token });
    const logger = mockServices.logger.mock({
      warn: message => this.warnings.push(String(message)),
    });
    this.artifacts = new DefaultArtifacts({
      registry: {
        current: () => [
          {
            name: 'eu',
            source: 'test',
            connection: this.#connected.connection,
          },
          { name: 'us', source: 'test', problem: 'its token is missing' },
        ],
        isComplete: () => true,
        subscribe: () => () => {},
      },
      logger,
      limits: { poll: [5, 20], ...limits },
    });
    this.#velero = setInterval(() => this.#answer(), 5);
  }

  static async start(
    options: {
      limits?: Partial<ArtifactLimits>;
      certificate?: TestCertificate;
      token?: string;
    } = {},
  ): Promise<ArtifactFixture> {
    const { limits = {}, certificate, token } = options;
    const store = new ScriptedServer(certificate);
    await store.start();
    const users = [{ name: 'reader', token: 'reader', rules: READ_ONLY }];
    const sandbox = await startSandbox({
      clusters: [{ name: 'eu', velero: false, users }],
    });
    return new ArtifactFixture({ sandbox, store, limits, token });
  }

  async stop() {
    clearInterval(this.#velero);
    await this.artifacts.stop();
    await this.#connected.close();
    await this.store.stop();
    await this.#sandbox.stop();
  }

  get link(): string {
    return `${this.store.url}file.gz?X-Amz-Signature=${CANARY}`;
  }

  get openRequests(): string[] {
    return this.eu.objects
      .list('downloadrequests')
      .map(({ metadata }) => metadata.name);
  }

  question(overrides: Partial<BackupDetails> = {}) {
    return {
      source: { ...details(overrides), type: 'backup' as const },
      signal: this.controller.signal,
    };
  }

  /** Lets the store give a file, packed as Velero does. */
  keep(content: string | Buffer | object) {
    const isPlain = typeof content === 'string' || Buffer.isBuffer(content);
    this.keepPacked(gzipSync(isPlain ? content : JSON.stringify(content)));
  }

  keepPacked(file: Buffer) {
    this.store.answer = (_, response) => {
      response.writeHead(200, { 'content-length': file.length });
      response.end(file);
    };
  }

  #answer() {
    for (const { metadata, status } of this.eu.objects.list(
      'downloadrequests',
    )) {
      const { name, namespace } = metadata;
      this.requests.add(name);
      const answer = status ? undefined : this.status();
      if (answer) {
        const reference = { name, namespace };
        this.eu.objects.patch('downloadrequests', reference, {
          status: answer,
        });
      }
    }
  }
}
