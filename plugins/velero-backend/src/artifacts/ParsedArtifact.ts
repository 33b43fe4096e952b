import { text } from 'node:stream/consumers';
import { LRUCache } from 'lru-cache';
import { ArtifactKind, ArtifactOwner, NOUNS } from './Artifact';
import { ArtifactDownloads } from './ArtifactDownloads';
import { parseJsonFile } from './parseJsonFile';
import { SharedWork } from './SharedWork';

/** Characters of files that are kept of each kind, parsed; a list of 50,000 resources has about 3,000,000. */
const CACHED_CHARACTERS = 4 * 1024 * 1024;

/** Reads one kind of file of backups as a whole, once for all who look at it. */
export class ParsedArtifact<T extends {}> {
  readonly #kind: ArtifactKind;
  readonly #parse: (file: unknown) => T;
  readonly #downloads: ArtifactDownloads;
  readonly #maxBytes: number;
  readonly #shared = new SharedWork<T>();
  readonly #cache = new LRUCache<string, T>({
    maxSize: CACHED_CHARACTERS,
  });

  constructor(options: {
    kind: ArtifactKind;
    parse: (file: unknown) => T;
    downloads: ArtifactDownloads;
    maxBytes: number;
  }) {
    this.#kind = options.kind;
    this.#parse = options.parse;
    this.#downloads = options.downloads;
    this.#maxBytes = options.maxBytes;
  }

  async of(owner: ArtifactOwner, signal: AbortSignal): Promise<T> {
    const { cluster, veleroNamespace, name, uid } = owner;
    if (!uid) {
      // Nothing tells it from another backup of its name.
      return this.#load(owner, undefined, signal);
    }
    const key = JSON.stringify([cluster, veleroNamespace, name, uid]);
    return (
      this.#cache.get(key) ??
      this.#shared.join(key, signal, shared => this.#load(owner, key, shared))
    );
  }

  async #load(
    owner: ArtifactOwner,
    key: string | undefined,
    signal: AbortSignal,
  ): Promise<T> {
    const content = await this.#fetch(owner, signal);
    const parsed = this.#parse(parseJsonFile(content, NOUNS[this.#kind]));
    if (key && owner.settled) {
      this.#cache.set(key, parsed, { size: content.length });
    }
    return parsed;
  }

  async #fetch(owner: ArtifactOwner, signal: AbortSignal): Promise<string> {
    const download = this.#downloads.open({
      owner,
      kind: this.#kind,
      inflatedBytes: this.#maxBytes,
      signal,
    });
    try {
      return await text(download.chunks);
    } finally {
      download.end();
    }
  }
}
