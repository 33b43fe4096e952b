/** What a file holds, or how it is made when somebody reads it. */
export type FileContent = Buffer | (() => Buffer);

/** The files of a folder by their names. */
export type FolderFiles = Record<string, FileContent>;

class Folder {
  readonly files: Map<string, FileContent>;
  readonly folders = new Map<string, Folder | (() => Folder)>();

  constructor(files: FolderFiles = {}) {
    this.files = new Map(Object.entries(files));
  }

  /** Looked into for the first time, a folder whose files are derived becomes one like any other. */
  child(name: string): Folder | undefined {
    const child = this.folders.get(name);
    if (typeof child !== 'function') {
      return child;
    }
    const folder = child();
    this.folders.set(name, folder);
    return folder;
  }

  get empty(): boolean {
    return this.files.size === 0 && this.folders.size === 0;
  }
}

/**
 * A bucket of an object store. Clusters that know its name share it. It is kept as a tree, so that one backup among
 * many is found without a scan; as in any object store a folder is there as long as something is in it.
 */
export class Bucket {
  readonly name: string;
  readonly #root = new Folder();

  constructor(name: string) {
    this.name = name;
  }

  read(key: string): Buffer | undefined {
    const [path, name] = splitKey(key);
    const content = this.#find(path)?.files.get(name);
    return typeof content === 'function' ? content() : content;
  }

  has(key: string): boolean {
    const [path, name] = splitKey(key);
    return this.#find(path)?.files.has(name) ?? false;
  }

  write(key: string, content: FileContent) {
    const [path, name] = splitKey(key);
    this.#make(path).files.set(name, content);
  }

  /** Stores a folder such as `<prefix>/backups/<name>` whose files are derived when somebody looks into it. */
  writeFolder(path: string, files: () => FolderFiles) {
    const [parent, name] = splitKey(path);
    this.#make(parent).folders.set(name, () => new Folder(files()));
  }

  remove(key: string) {
    const [path, name] = splitKey(key);
    this.#prune(this.#root, path, folder => folder.files.delete(name));
  }

  /** Removes all objects whose keys begin so. */
  removeAll(prefix: string) {
    if (prefix.endsWith('/')) {
      const [path, name] = splitKey(prefix.slice(0, -1));
      this.#prune(this.#root, path, folder => folder.folders.delete(name));
    } else {
      this.keys(prefix).forEach(key => this.remove(key));
    }
  }

  /** The keys of all objects that begin so, in order. */
  keys(prefix = ''): string[] {
    const [path, start] = splitKey(prefix);
    const folder = this.#find(path);
    const parent = path.map(part => `${part}/`).join('');
    return folder ? keysOf(folder, parent, start).sort() : [];
  }

  /** The names of the folders directly below a path. */
  folders(path: string): string[] {
    const parts = path ? path.split('/') : [];
    return [...(this.#find(parts)?.folders.keys() ?? [])];
  }

  #find(path: string[]): Folder | undefined {
    let folder: Folder | undefined = this.#root;
    for (const part of path) {
      folder = folder?.child(part);
    }
    return folder;
  }

  #make(path: string[]): Folder {
    let folder = this.#root;
    for (const part of path) {
      const child = folder.child(part) ?? new Folder();
      folder.folders.set(part, child);
      folder = child;
    }
    return folder;
  }

  #prune(folder: Folder, path: string[], change: (folder: Folder) => void) {
    const [first, ...rest] = path;
    if (first === undefined) {
      change(folder);
      return;
    }
    const child = folder.child(first);
    if (child) {
      this.#prune(child, rest, change);
      if (child.empty) {
        folder.folders.delete(first);
      }
    }
  }
}

function keysOf(folder: Folder, path: string, start: string): string[] {
  const begins = (name: string) => name.startsWith(start);
  const files = [...folder.files.keys()].filter(begins);
  const folders = [...folder.folders.keys()].filter(begins);
  return [
    ...files.map(name => path + name),
    ...folders.flatMap(name =>
      keysOf(folder.child(name)!, `${path}${name}/`, ''),
    ),
  ];
}

function splitKey(key: string): [path: string[], name: string] {
  const parts = key.split('/');
  return [parts.slice(0, -1), parts.at(-1)!];
}
