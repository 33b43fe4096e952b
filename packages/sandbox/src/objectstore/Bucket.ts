/** The files of one stored backup. They are made when somebody reads them. */
export interface StoredFolder {
  /** Undefined when there is no file of that name. */
  read(file: string): Buffer | undefined;
}

/** A bucket of an object store. Clusters that know its name share it. */
export class Bucket {
  readonly name: string;
  /** Folders by the path of their parent, so that one backup among many is found without a scan. */
  readonly #folders = new Map<string, Map<string, StoredFolder>>();

  constructor(name: string) {
    this.name = name;
  }

  /** Stores a folder such as `<prefix>/backups/<name>`. */
  put(path: string, folder: StoredFolder) {
    const [parent, name] = splitPath(path);
    const siblings = this.#folders.get(parent) ?? new Map();
    this.#folders.set(parent, siblings.set(name, folder));
  }

  get(path: string): StoredFolder | undefined {
    const [parent, name] = splitPath(path);
    return this.#folders.get(parent)?.get(name);
  }

  remove(path: string) {
    const [parent, name] = splitPath(path);
    const siblings = this.#folders.get(parent);
    siblings?.delete(name);
    if (siblings?.size === 0) {
      this.#folders.delete(parent);
    }
  }

  /** The names of the folders directly below a path. */
  list(parent: string): string[] {
    return [...(this.#folders.get(parent)?.keys() ?? [])];
  }

  /** The first parts of all paths below a prefix. */
  topLevel(prefix: string): string[] {
    const start = prefix ? `${prefix}/` : '';
    const parts = [...this.#folders.keys()]
      .filter(parent => parent.startsWith(start))
      .map(parent => parent.slice(start.length).split('/')[0]);
    return [...new Set(parts)].sort();
  }

  /** The content of a file by its whole key. */
  read(key: string): Buffer | undefined {
    const [path, file] = splitPath(key);
    return this.get(path)?.read(file);
  }
}

function splitPath(path: string): [parent: string, name: string] {
  const end = path.lastIndexOf('/');
  return [path.slice(0, Math.max(end, 0)), path.slice(end + 1)];
}
