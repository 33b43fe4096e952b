import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { SandboxCluster } from 'velero-sandbox';

const MEBIBYTE = 2 ** 20;
const ANSWER_EVERY = 10;

/** The files that a benchmark asks for, each of a backup of its own. */
export const FILES = {
  'small-log': () => gzipSync('time="now" level=info msg="a line"\n'),
  'large-log': () => gzipSync(logOf(100 * MEBIBYTE)),
  // Pieces of gzip one after the other are one file: 10 GiB of zeros in 10 MiB.
  bomb: () =>
    Buffer.concat(Array(102).fill(gzipSync(Buffer.alloc(100 * MEBIBYTE)))),
};

/** Plays Velero's server and an object store for files that are too large to be made by a backup. */
export class FileStore {
  readonly #cluster: SandboxCluster;
  readonly #server: Server;
  readonly #answering: NodeJS.Timeout;

  private constructor(cluster: SandboxCluster, server: Server) {
    this.#cluster = cluster;
    this.#server = server;
    this.#answering = setInterval(() => this.#answer(), ANSWER_EVERY);
  }

  /** Adds a backup for each file to the cluster. */
  static async start(cluster: SandboxCluster): Promise<FileStore> {
    for (const name of Object.keys(FILES)) {
      cluster.objects.put('backups', backupOf(name));
    }
    const files = new Map(
      Object.entries(FILES).map(([name, pack]) => [name, pack()]),
    );
    const server = createServer(({ url = '' }, response) => {
      const name = new URL(url, 'http://store').pathname.slice(1);
      const file = files.get(name)!;
      response.writeHead(200, { 'content-length': file.length });
      response.end(file);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new FileStore(cluster, server);
  }

  async stop(): Promise<void> {
    clearInterval(this.#answering);
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer() {
    const { port } = this.#server.address() as AddressInfo;
    const { objects } = this.#cluster;
    for (const { metadata, spec, status } of objects.list('downloadrequests')) {
      if (!status) {
        const { name, namespace } = metadata;
        const { target } = spec as { target: { name: string } };
        const downloadURL = `http://127.0.0.1:${port}/${target.name}`;
        objects.patch(
          'downloadrequests',
          { name, namespace },
          { status: { phase: 'Processed', downloadURL } },
        );
      }
    }
  }
}

function backupOf(name: string) {
  const time = '2026-11-22T02:00:00Z';
  return {
    metadata: { name, namespace: 'velero', creationTimestamp: time },
    spec: { includedNamespaces: ['team-0'], storageLocation: 'default' },
    status: {
      phase: 'Completed',
      startTimestamp: time,
      completionTimestamp: time,
    },
  };
}

/** Lines as Velero writes them, of which no two are equal. */
function logOf(bytes: number): string {
  const lines: string[] = [];
  for (let size = 0; size < bytes; ) {
    const line = `time="2026-11-22T02:00:00Z" level=info msg="Backed up item ${lines.length}" backup=velero/large-log logSource="pkg/backup/item_backupper.go:193" name=item-${lines.length} namespace=team-0 resource=pods`;
    lines.push(line);
    size += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}
