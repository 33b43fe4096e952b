import {
  namedNamespaces,
  NamespaceSelection,
  selectsNamespace,
} from 'backstage-plugin-velero-common';
import { WithheldBackups } from './ObjectQueries';

/** One way in which restores read or write namespaces. */
export interface RestoreWay {
  /** What is read, as it is named in the backup. */
  sources: string[];
  /** True when those are among the namespaces; else only restores count that write them to one of the namespaces. */
  own: boolean;
  /** Locations with backups of other clusters, in which the sources are none of the namespaces after all. */
  withheld: Array<Pick<WithheldBackups, 'namespace' | 'location'>>;
  /** Selections of the backups that hold the sources. */
  backups: number[];
}

/** Restores that read or write namespaces in the same ways. */
export interface RestorePart {
  /** Selections of the restores. */
  ids: number[];
  ways: RestoreWay[];
  /** True when they name what they take, so that it is known without the backup, too. */
  named: boolean;
}

type Source = Pick<RestoreWay, 'own' | 'withheld'> & { name: string };

/** Lists the selections that take in one of some namespaces. */
type Holding = (names: string[]) => number[];

/** Finds the selections of restores that may read or write one of the namespaces, and how. */
export function restorePartsOf(options: {
  /** All selections of the cluster. */
  known: Map<number, NamespaceSelection>;
  namespaces: string[];
  /** What restores of the cluster write to one of the namespaces under another name than it has in the backups. */
  renamed: string[];
  /** Of the cluster. */
  withheld: WithheldBackups[];
}): RestorePart[] {
  const { known } = options;
  const sources = sourcesOf(options);
  const holding = holdingIn(known);
  const parts = new Map<string, RestorePart>();
  for (const [id, selection] of known) {
    const taken = sources.filter(({ name }) =>
      selectsNamespace(selection, name),
    );
    const named = namedNamespaces(selection) !== undefined;
    const ways = waysOf(taken, holding).filter(
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

function sourcesOf(options: {
  namespaces: string[];
  renamed: string[];
  withheld: WithheldBackups[];
}): Source[] {
  const { namespaces, renamed, withheld } = options;
  const others = renamed.filter(name => !namespaces.includes(name));
  return [
    ...namespaces.map(name => ({
      name,
      own: true,
      withheld: withheld
        .filter(entry => !entry.namespaces.includes(name))
        .map(({ namespace, location }) => ({ namespace, location })),
    })),
    ...others.map(name => ({ name, own: false, withheld: [] })),
  ];
}

function holdingIn(known: Map<number, NamespaceSelection>): Holding {
  const found = new Map<string, number[]>();
  return names => {
    const key = names.join();
    const ids =
      found.get(key) ??
      [...known]
        .filter(([, selection]) =>
          names.some(name => selectsNamespace(selection, name)),
        )
        .map(([id]) => id);
    found.set(key, ids);
    return ids;
  };
}

/** Those that are held by the same backups go together, and so do those of which nothing else is asked. */
function waysOf(sources: Source[], holding: Holding): RestoreWay[] {
  const ways = new Map<string, Omit<RestoreWay, 'backups'>>();
  for (const { name, own, withheld } of sources) {
    const isEnough = own && withheld.length === 0;
    const key = JSON.stringify([
      own,
      withheld,
      isEnough ? [] : holding([name]),
    ]);
    const way = ways.get(key) ?? { sources: [], own, withheld };
    way.sources.push(name);
    ways.set(key, way);
  }
  return [...ways.values()].map(way => ({
    ...way,
    backups: holding(way.sources),
  }));
}
