import { SandboxTiming } from '../clock/SandboxTiming';
import { SandboxClusterOptions } from '../SandboxOptions';
import { Sandbox, startSandbox } from '../startSandbox';
import { eventually } from './eventually';
import { Answer, TestClient } from './TestClient';

/** All of Velero's waits, short enough for a test. */
export const FAST: SandboxTiming = {
  bookmark: 60_000,
  sync: 30,
  schedule: 20,
  queue: 30,
  validation: 20,
  garbageCollection: 20,
  requestCleanup: 20,
  reaction: 1,
  backup: [20, 20],
  backupItem: 0,
  progress: 5,
  restoreItem: 1,
  relist: [10, 40],
  cacheSync: 120_000,
};

const VELERO = '/apis/velero.io/v1/namespaces/velero';

interface FixtureOptions {
  timing?: Partial<SandboxTiming>;
  a?: Partial<SandboxClusterOptions>;
}

/** Clusters `a` and `b` with Velero, a bucket `store`, and a time that a test can move on. */
export class VeleroFixture {
  readonly sandbox: Sandbox;
  readonly #elapsed: { millis: number };

  protected constructor(sandbox: Sandbox, elapsed: { millis: number }) {
    this.sandbox = sandbox;
    this.#elapsed = elapsed;
  }

  static async start(options: FixtureOptions = {}): Promise<VeleroFixture> {
    const { sandbox, elapsed } = await VeleroFixture.launch(options);
    return new VeleroFixture(sandbox, elapsed);
  }

  protected static async launch(options: FixtureOptions) {
    const elapsed = { millis: 0 };
    const sandbox = await startSandbox({
      clusters: [{ name: 'a', ...options.a }, { name: 'b' }],
      buckets: ['store'],
      timing: { ...FAST, ...options.timing },
      now: () => new Date(Date.now() + elapsed.millis),
    });
    return { sandbox, elapsed };
  }

  stop() {
    return this.sandbox.stop();
  }

  /** Moves the sandbox's own time on. */
  pass(millis: number) {
    this.#elapsed.millis += millis;
  }

  now(): Date {
    return this.sandbox.cluster('a').clock.now();
  }

  client(cluster = 'a'): TestClient {
    return new TestClient(this.sandbox.cluster(cluster));
  }

  async create(
    resource: string,
    object: { metadata: object; spec?: object; status?: object },
    cluster = 'a',
  ) {
    const answer = await this.client(cluster).create(
      `${VELERO}/${resource}`,
      object,
    );
    if (answer.status !== 201) {
      throw new Error(answer.body.message);
    }
    return answer.body;
  }

  get(resource: string, name: string, cluster = 'a'): Promise<Answer> {
    return this.client(cluster).request(`${VELERO}/${resource}/${name}`);
  }

  patch(resource: string, name: string, patch: object, cluster = 'a') {
    return this.client(cluster).patch(`${VELERO}/${resource}/${name}`, patch);
  }

  delete(resource: string, name: string, cluster = 'a') {
    return this.client(cluster).request(`${VELERO}/${resource}/${name}`, {
      method: 'DELETE',
    });
  }

  async names(resource: string, cluster = 'a'): Promise<string[]> {
    const { body } = await this.client(cluster).request(
      `${VELERO}/${resource}`,
    );
    return body.items.map(
      (item: { metadata: { name: string } }) => item.metadata.name,
    );
  }

  /** Creates a location and waits until it was looked at. */
  async location(
    name: string,
    options: {
      bucket?: string;
      prefix?: string;
      accessMode?: string;
      cluster?: string;
    } = {},
  ) {
    const { bucket = 'store', prefix = 'a', accessMode, cluster } = options;
    const objectStorage = { bucket, prefix };
    const spec = { provider: 'aws', objectStorage, accessMode };
    const metadata = { name };
    await this.create('backupstoragelocations', { metadata, spec }, cluster);
    return eventually(async () => {
      const { body } = await this.get('backupstoragelocations', name, cluster);
      if (!body.status?.phase) {
        throw new Error(`Location ${name} was not validated`);
      }
      return body;
    });
  }

  async backup(name: string, spec: object = {}, cluster = 'a') {
    const full = { storageLocation: 'main', ...spec };
    return this.create('backups', { metadata: { name }, spec: full }, cluster);
  }

  /** Waits for a phase and returns the object. */
  async phase(resource: string, name: string, phase: string, cluster = 'a') {
    return eventually(async () => {
      const { body } = await this.get(resource, name, cluster);
      if (body.status?.phase !== phase) {
        throw new Error(`${name} is ${body.status?.phase}, not ${phase}`);
      }
      return body;
    });
  }

  /** A finished backup in the location `main`. */
  async finishedBackup(name: string, spec: object = {}) {
    await this.backup(name, spec);
    return this.phase('backups', name, 'Completed');
  }
}
