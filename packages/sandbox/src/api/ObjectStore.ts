import { Collection } from './Collection';
import { Dependent, Dependents } from './Dependents';
import { KubernetesObject, objectKey } from './KubernetesObject';
import {
  RESOURCE_TYPES,
  ResourceName,
  ResourceType,
  resourceTypeOf,
} from './ResourceType';
import { StoredObject } from './StoredObject';

/** All objects of a cluster. One revision counter runs over all resources, as in etcd. */
export class ObjectStore {
  readonly #collections: Map<string, Collection>;
  readonly #dependents = new Dependents();
  #revision = 1;

  constructor(options: { historyLimit: number }) {
    this.#collections = new Map(
      RESOURCE_TYPES.map(type => [
        type.plural,
        new Collection(options.historyLimit),
      ]),
    );
  }

  get revision(): number {
    return this.#revision;
  }

  collection(resource: ResourceType | ResourceName): Collection {
    const { plural } =
      typeof resource === 'string' ? resourceTypeOf(resource) : resource;
    return this.#collections.get(plural)!;
  }

  namespacedTypes(): ResourceType[] {
    return RESOURCE_TYPES.filter(type => type.namespaced);
  }

  put(resource: ResourceType, object: KubernetesObject): StoredObject {
    this.#revision += 1;
    const stored = new StoredObject(object, this.#revision);
    const collection = this.collection(resource);
    this.#forget(resource, collection.get(stored.key));
    this.#dependents.add(resource, stored.object);
    collection.put(stored);
    return stored;
  }

  delete(resource: ResourceType, name: string, namespace?: string) {
    this.#revision += 1;
    const collection = this.collection(resource);
    const key = objectKey(name, namespace);
    this.#forget(resource, collection.get(key));
    collection.delete(key, this.#revision);
  }

  /** The objects that name this one as their owner. */
  dependentsOf(uid?: string): Dependent[] {
    return this.#dependents.of(uid);
  }

  /** Forgets the history: positions before now can no longer be read or watched from. */
  compact() {
    for (const collection of this.#collections.values()) {
      collection.forgetHistory(this.#revision);
    }
  }

  #forget(resource: ResourceType, stored?: StoredObject) {
    if (stored) {
      this.#dependents.remove(resource, stored.object);
    }
  }
}
