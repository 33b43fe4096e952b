import {
  namedNamespaces,
  NamespaceSelection,
  selectsNamespace,
} from 'backstage-plugin-velero-common';

/** One way in which restores read or write namespaces. */
export interface RestoreWay {
  /** Selections of the backups that hold what is read. */
  backups: number[];
  /** Where what is read is somebody else's, only restores count that write it to one of the namespaces. */
  written?: { sources: string[]; targets: string[] };
}

/** Restores that read or write namespaces in the same ways. */
export interface RestorePart {
  /** Selections of the restores. */
  ids: number[];
  ways: RestoreWay[];
  /** True when they name what they take, so that it is known without the backup, too. */
  named: boolean;
}

interface RestorePartsOptions {
  /** All selections of the cluster. */
  known: Map<number, NamespaceSelection>;
  namespaces: string[];
  /** What restores of the cluster write to one of the namespaces, under the names that it has in the backups. */
  sources: string[];
}

/** Finds the selections of restores that may read or write one of the namespaces, and how. */
export function restorePartsOf(options: RestorePartsOptions): RestorePart[] {
  const { known } = options;
  const holding = holdingIn(known);
  const parts = new Map<string, RestorePart>();
  for (const [id, selection] of known) {
    const named = namedNamespaces(selection) !== undefined;
    const ways = waysOf(selection, options, holding).filter(
      ({ backups }) => named || backups.length > 0,
    );
    if (ways.length > 0) {
      const key = JSON.stringify([named, ways]);
      const part = parts.get(key) ?? { ids: [], ways, named };
      part.ids.push(id);
      parts.set(key, part);
    }
  }
  return [...parts.values()];
}

type Holding = (namespaces: string[]) => number[];

/** Lists the selections that take in one of some namespaces. */
function holdingIn(known: RestorePartsOptions['known']): Holding {
  const found = new Map<string, number[]>();
  return namespaces => {
    const key = namespaces.join();
    const ids =
      found.get(key) ??
      [...known]
        .filter(([, selection]) => takenOf(selection, namespaces).length > 0)
        .map(([id]) => id);
    found.set(key, ids);
    return ids;
  };
}

function waysOf(
  selection: NamespaceSelection,
  { namespaces, sources }: RestorePartsOptions,
  holding: Holding,
): RestoreWay[] {
  const own = takenOf(selection, namespaces);
  const foreign = takenOf(selection, sources).filter(
    name => !namespaces.includes(name),
  );
  return [
    ...(own.length > 0 ? [{ backups: holding(own) }] : []),
    ...groupedBy(foreign, source => holding([source])).map(
      ([backups, names]) => ({
        backups,
        written: { sources: names, targets: namespaces },
      }),
    ),
  ];
}

function takenOf(selection: NamespaceSelection, names: string[]): string[] {
  return names.filter(name => selectsNamespace(selection, name));
}

function groupedBy(
  names: string[],
  idsOf: (name: string) => number[],
): Array<[number[], string[]]> {
  const groups = new Map<string, [number[], string[]]>();
  for (const name of names) {
    const ids = idsOf(name);
    const group = groups.get(ids.join()) ?? [ids, []];
    group[1].push(name);
    groups.set(ids.join(), group);
  }
  return [...groups.values()];
}
