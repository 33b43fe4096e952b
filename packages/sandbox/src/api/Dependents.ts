import { KubernetesObject, objectKey } from './KubernetesObject';
import { ResourceType } from './ResourceType';

export interface Dependent {
  type: ResourceType;
  object: KubernetesObject;
}

/** Which objects name which others as their owners. */
export class Dependents {
  readonly #byOwner = new Map<string, Map<string, Dependent>>();

  of(uid?: string): Dependent[] {
    return [...(this.#byOwner.get(uid ?? '')?.values() ?? [])];
  }

  add(type: ResourceType, object: KubernetesObject) {
    for (const uid of ownersOf(object)) {
      const dependents = this.#byOwner.get(uid) ?? new Map();
      dependents.set(keyOf(type, object), { type, object });
      this.#byOwner.set(uid, dependents);
    }
  }

  remove(type: ResourceType, object: KubernetesObject) {
    for (const uid of ownersOf(object)) {
      const dependents = this.#byOwner.get(uid);
      dependents?.delete(keyOf(type, object));
      if (dependents?.size === 0) {
        this.#byOwner.delete(uid);
      }
    }
  }
}

/** Odd objects that were put in without a check may have anything for owners. */
function ownersOf({ metadata }: KubernetesObject): string[] {
  const { ownerReferences } = metadata;
  return Array.isArray(ownerReferences)
    ? ownerReferences.map(({ uid }) => uid)
    : [];
}

function keyOf(type: ResourceType, { metadata }: KubernetesObject): string {
  return `${type.plural}/${objectKey(metadata.name, metadata.namespace)}`;
}
