import { Clock } from '../clock/Clock';
import { isRecord, KubernetesObject } from './KubernetesObject';
import { ObjectReference } from './ObjectReference';
import { ObjectStore } from './ObjectStore';
import { ResourceType, resourceTypeOf } from './ResourceType';
import { StoredObject } from './StoredObject';
import { whatRemains } from './whatRemains';

const NAMESPACES = resourceTypeOf('namespaces');

/** Removes namespaces: what is in them goes first, and whatever holds it, or the namespace itself, keeps the namespace. */
export class NamespaceDeletion {
  readonly #store: ObjectStore;
  readonly #clock: Clock;

  constructor(options: { store: ObjectStore; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /**
   * Begins, unless it has begun already. Watchers see a namespace terminate before its contents and itself are gone.
   *
   * @param mark - marks an object that has finalizers as being deleted
   */
  begin(
    { type, name }: ObjectReference,
    current: StoredObject,
    mark: (type: ResourceType, item: StoredObject) => void,
  ): StoredObject {
    const { object } = current;
    if (isTerminating(object)) {
      return current;
    }
    const terminating = this.#store.put(type, {
      ...object,
      metadata: {
        ...object.metadata,
        deletionTimestamp: this.#clock.timestamp(),
      },
      status: { phase: 'Terminating' },
    });
    for (const { contained, item } of [...this.#contentsOf(name)]) {
      const { metadata } = item.object;
      if (metadata.finalizers?.length) {
        mark(contained, item);
      } else {
        this.#store.delete(contained, metadata.name, name);
      }
    }
    this.goOn(name);
    return terminating;
  }

  /** Nothing holds the namespace itself any more. */
  release({ type }: ObjectReference, { object }: StoredObject) {
    const { finalizers: _none, ...metadata } = object.metadata;
    this.#store.put(type, { ...object, metadata });
    this.goOn(metadata.name);
  }

  /** A namespace that terminates is gone with the last that holds it; until then it says what that is. */
  goOn(name: string) {
    const stored = this.#store.collection(NAMESPACES).get(name);
    if (!stored || !isTerminating(stored.object)) {
      return;
    }
    const contents = [...this.#contentsOf(name)];
    const { finalizers = [] } = stored.object.metadata;
    if (contents.length === 0 && finalizers.length === 0) {
      this.#store.delete(NAMESPACES, name);
      return;
    }
    const conditions = whatRemains(contents, this.#clock.timestamp());
    this.#store.put(NAMESPACES, {
      ...stored.object,
      status: { phase: 'Terminating', conditions },
    });
  }

  *#contentsOf(namespace: string) {
    for (const contained of this.#store.namespacedTypes()) {
      for (const item of this.#store.collection(contained).values()) {
        if (item.object.metadata.namespace === namespace) {
          yield { contained, item };
        }
      }
    }
  }
}

/** True for a namespace that is being removed. */
export function isTerminating({ status }: KubernetesObject): boolean {
  return isRecord(status) && status.phase === 'Terminating';
}
