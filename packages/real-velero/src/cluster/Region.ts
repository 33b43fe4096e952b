import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findFreePort } from '../network/ports';
import { Run } from '../Run';
import { KubernetesClient } from './KubernetesClient';
import { kubeconfig } from './kubeconfig';

/** The user of the second token. */
export const PORTAL_USER = 'portal';

const PORTS = [
  'etcd',
  'etcdPeers',
  'apiServer',
  'controllerManager',
  'veleroMetrics',
  'veleroProfiler',
] as const;

type Ports = Record<(typeof PORTS)[number], number>;

/** Folders, ports and keys of one region. */
export class Region {
  private constructor(
    readonly run: Run,
    readonly name: string,
    readonly folder: string,
    readonly ports: Ports,
    readonly tokens: { admin: string; portal: string },
  ) {}

  static async create(run: Run, name: string): Promise<Region> {
    const folder = path.join(run.folder, name);
    await mkdir(path.join(folder, 'pki'), { recursive: true });
    await mkdir(path.join(folder, 'home'));
    const tokens = { admin: newToken(), portal: newToken() };
    const region = new Region(run, name, folder, await choosePorts(), tokens);
    await region.#writeKeys();
    return region;
  }

  /** The API server without faults on the way. */
  get directUrl(): string {
    return `https://127.0.0.1:${this.ports.apiServer}`;
  }

  path(...names: string[]): string {
    return path.join(this.folder, ...names);
  }

  get env(): NodeJS.ProcessEnv {
    return this.run.env(this.path('home'));
  }

  /** The authority of the API server's certificate, which it makes when it starts for the first time. */
  async readCa(): Promise<string> {
    const chain = await readFile(this.path('pki', 'apiserver.crt'), 'utf8');
    const certificates = chain.match(/-----BEGIN[^]+?-----END.+?-----\n/g);
    return certificates?.at(-1) ?? chain;
  }

  async client(): Promise<KubernetesClient> {
    const ca = await this.readCa();
    const token = this.tokens.admin;
    return new KubernetesClient({ url: this.directUrl, ca, token });
  }

  async writeKubeconfig(file: string, url: string): Promise<string> {
    const { name, tokens } = this;
    const ca = await this.readCa();
    const text = kubeconfig({ name, url, ca, token: tokens.admin });
    await writeFile(this.path(file), text, { mode: 0o600 });
    return this.path(file);
  }

  async #writeKeys() {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs1', format: 'pem' });
    await writeFile(this.path('pki', 'accounts.key'), key, { mode: 0o600 });
    const { admin, portal } = this.tokens;
    const users = `${admin},admin,1,system:masters\n${portal},${PORTAL_USER},2,\n`;
    await writeFile(this.path('tokens.csv'), users, { mode: 0o600 });
  }
}

async function choosePorts() {
  const ports: Partial<Ports> = {};
  for (const use of PORTS) {
    ports[use] = await findFreePort();
  }
  return ports as Ports;
}

function newToken() {
  return randomBytes(24).toString('base64url');
}
