import { FileContent } from '../../objectstore/Bucket';
import { DownloadLinks } from '../../objectstore/DownloadLinks';
import { StoreClient } from '../../objectstore/StoreClient';

/** What Velero keeps below a prefix; anything else beside it is not understood. */
const KNOWN_FOLDERS = [
  'backups',
  'restores',
  'restic',
  'metadata',
  'plugins',
  'kopia',
];

const NAMED_FOLDERS = 3;

/** The place in a bucket that belongs to a location. Paths are relative to its root; failures have Velero's words. */
export class BackupStore {
  readonly #client: StoreClient;
  readonly #links: DownloadLinks;
  readonly #root: string;

  constructor(options: {
    client: StoreClient;
    links: DownloadLinks;
    /** Empty, or with a slash at the end. */
    root: string;
  }) {
    this.#client = options.client;
    this.#links = options.links;
    this.#root = options.root;
  }

  /** Throws when the place cannot be reached or belongs to somebody else. It is never written to. */
  validate() {
    const foreign = this.#client
      .folders(this.#root.slice(0, -1))
      .filter(folder => !KNOWN_FOLDERS.includes(folder))
      .sort();
    if (foreign.length === 0) {
      return;
    }
    const many = foreign.length > NAMED_FOLDERS;
    const named = many ? [...foreign.slice(0, NAMED_FOLDERS), '...'] : foreign;
    throw new Error(
      `Backup store contains ${
        many ? `${foreign.length} ` : ''
      }invalid top-level directories: [${named.join(' ')}]`,
    );
  }

  backupNames(): string[] {
    return this.#client.folders(`${this.#root}backups`);
  }

  has(path: string): boolean {
    return this.#client.has(this.#root + path);
  }

  read(path: string): Buffer {
    return this.#client.read(this.#root + path);
  }

  write(path: string, content: FileContent) {
    this.#client.write(this.#root + path, content);
  }

  removeFolder(path: string) {
    this.#client.removeFolder(this.#root + path);
  }

  /** A link for ten minutes, whether there is such a file or not. */
  link(path: string): string {
    const { bucketName: bucket, credential } = this.#client;
    return this.#links.sign({ bucket, key: this.#root + path }, credential);
  }
}
