import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ClusterTransport,
  VeleroClusterDefinition,
} from 'backstage-plugin-velero-node';
import { TestCertificate } from './createCertificate';
import { ScriptedServer } from './ScriptedServer';

/** What every configured cluster needs; nothing answers there. */
export const BASE = { name: 'a', url: 'https://a.invalid' };

/** Reaches clusters the way their configuration says, in front of an API server that shows what arrives. */
export class ConfiguredClusters {
  readonly #closing: Array<() => Promise<void>> = [];
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#closing.push(() => rm(folder, { recursive: true }));
  }

  static async start(): Promise<ConfiguredClusters> {
    return new ConfiguredClusters(await mkdtemp(join(tmpdir(), 'clusters-')));
  }

  async stop() {
    await Promise.all(this.#closing.splice(0).map(close => close()));
  }

  /** The path of a file that configuration may name. */
  path(file: string): string {
    return join(this.#folder, file);
  }

  async write(file: string, text: string): Promise<string> {
    await writeFile(this.path(file), text);
    return this.path(file);
  }

  async listen(certificate?: TestCertificate): Promise<ScriptedServer> {
    const server = new ScriptedServer(certificate);
    await server.start();
    this.#closing.push(() => server.stop());
    return server;
  }

  open(definition: VeleroClusterDefinition): ClusterTransport {
    if ('problem' in definition.access) {
      throw new Error(definition.access.problem);
    }
    const transport = definition.access.openTransport();
    this.#closing.push(() => transport.close());
    return transport;
  }

  /** What the API server sees of the credential. */
  async authorizationOf(
    definition: VeleroClusterDefinition,
    server: ScriptedServer,
  ) {
    await send(this.open(definition));
    return server.seen.at(-1)?.headers.authorization;
  }
}

export function send(transport: ClusterTransport) {
  return transport.request({
    path: '/version',
    signal: new AbortController().signal,
    headersTimeout: 1000,
    bodyTimeout: 1000,
  });
}

export function problemOf({
  access,
}: VeleroClusterDefinition): string | undefined {
  return 'problem' in access ? access.problem : undefined;
}
