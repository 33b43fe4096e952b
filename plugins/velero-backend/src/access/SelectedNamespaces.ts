import {
  namespaceSelectionOf,
  selectsNamespace,
} from 'backstage-plugin-velero-common';
import { LiveObject } from '../onboarding/LiveObjects';
import { ownerRefOfObject } from '../onboarding/ownerRefOfObject';
import { OwnedNamespace } from '../store/NamespaceStore';
import { NamespaceOwnership } from './NamespaceOwnership';

/** Finds the namespaces that schedules back up, for a policy to decide on. */
export class SelectedNamespaces {
  readonly #ownership: NamespaceOwnership;

  constructor(ownership: NamespaceOwnership) {
    this.#ownership = ownership;
  }

  async namespacesOf(schedules: LiveObject[]): Promise<OwnedNamespace[]> {
    const found = await Promise.all(
      schedules.map(schedule => this.#selectedBy(schedule)),
    );
    const byName = new Map(
      found.flat().map(key => [`${key.cluster}/${key.namespace}`, key]),
    );
    return [...byName.values()];
  }

  /** One that is gone is whose the schedule is: what is left of a tenant is no less its own. */
  async #selectedBy({
    cluster,
    object,
  }: LiveObject): Promise<OwnedNamespace[]> {
    const { template } = (object.spec ?? {}) as { template?: unknown };
    const selection = namespaceSelectionOf(template);
    const all = await this.#ownership.namespacesIn(cluster);
    const gone = selection.includes.filter(
      name => isName(name) && all.every(({ namespace }) => namespace !== name),
    );
    const owners = [ownerRefOfObject(object)];
    return [
      ...all.filter(({ namespace }) => selectsNamespace(selection, namespace)),
      ...gone.map(namespace => ({ cluster, namespace, owners })),
    ];
  }
}

function isName(pattern: string): boolean {
  return /^[a-z0-9-]+$/.test(pattern);
}
