import {
  NamespaceSelection,
  selectsNamespace,
} from 'backstage-plugin-velero-common';

/** The namespaces that specs select, as one row stands for them. */
export interface IdentifiedSelection extends NamespaceSelection {
  id: number;
}

/** The namespaces that specs of some clusters select, as they were at one moment. */
export class Selections {
  readonly #clusters: Map<string, IdentifiedSelection[]>;

  constructor(clusters: Map<string, IdentifiedSelection[]>) {
    this.#clusters = clusters;
  }

  /** Lists the ids of the cluster's selections that take in one of the namespaces. */
  selecting(cluster: string, namespaces: string[]): number[] {
    return this.#idsOf(cluster, selection =>
      namespaces.some(namespace => selectsNamespace(selection, namespace)),
    );
  }

  /** Lists the ids of the cluster's selections that include one of the namespaces, whether or not they also leave it out. */
  including(cluster: string, namespaces: string[]): number[] {
    return this.#idsOf(cluster, ({ includes }) =>
      namespaces.some(namespace =>
        selectsNamespace({ includes, excludes: [] }, namespace),
      ),
    );
  }

  /** Gives the cluster's selections by their ids. */
  byId(cluster: string): Map<number, NamespaceSelection> {
    const known = this.#clusters.get(cluster) ?? [];
    return new Map(known.map(selection => [selection.id, selection]));
  }

  #idsOf(
    cluster: string,
    fits: (selection: NamespaceSelection) => boolean,
  ): number[] {
    const known = this.#clusters.get(cluster) ?? [];
    return known.filter(fits).map(({ id }) => id);
  }
}
