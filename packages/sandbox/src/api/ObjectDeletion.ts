import { Clock } from '../clock/Clock';
import { failedPrecondition } from './ApiError';
import { KubernetesObject, objectKey } from './KubernetesObject';
import { NamespaceDeletion } from './NamespaceDeletion';
import { ObjectReference } from './ObjectReference';
import { ObjectStore } from './ObjectStore';
import { StoredObject } from './StoredObject';
import { DeleteOptions } from './WriteOptions';

/** Removes objects with what belongs to them: the contents of a namespace, and what an object owns. */
export class ObjectDeletion {
  readonly #store: ObjectStore;
  readonly #clock: Clock;
  readonly #namespaces: NamespaceDeletion;

  constructor(options: { store: ObjectStore; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#namespaces = new NamespaceDeletion(options);
  }

  /** Removes an object, or marks it as being deleted while it has finalizers. Returns its last state. */
  delete(
    reference: ObjectReference,
    current: StoredObject,
    options: DeleteOptions = {},
  ): StoredObject {
    checkPreconditions(reference, current, options);
    const { propagationPolicy = 'Background', dryRun } = options;
    if (isNamespace(reference)) {
      return dryRun ? current : this.#beginNamespace(reference, current);
    }
    if (propagationPolicy !== 'Background') {
      return this.#deleteInOrder(reference, current, {
        policy: propagationPolicy,
        dryRun,
      });
    }
    return current.object.metadata.finalizers?.length
      ? this.#mark(reference, current, dryRun)
      : this.finish(reference, current, dryRun);
  }

  /** Sees to the dependents first, which a finalizer tells meanwhile. */
  #deleteInOrder(
    reference: ObjectReference,
    current: StoredObject,
    options: { policy: 'Foreground' | 'Orphan'; dryRun?: boolean },
  ): StoredObject {
    const { policy, dryRun } = options;
    const { object } = current;
    const { finalizers = [] } = object.metadata;
    const finalizer = policy === 'Orphan' ? 'orphan' : 'foregroundDeletion';
    const held = withFinalizers(object, [...finalizers, finalizer]);
    const marked = this.#mark(
      reference,
      new StoredObject(held, current.revision),
      dryRun,
    );
    if (dryRun) {
      return marked;
    }
    if (policy === 'Orphan') {
      this.#orphanDependents(object);
    } else {
      this.#removeDependents(object);
    }
    if (finalizers.length === 0) {
      this.finish(reference, marked);
    } else {
      this.#store.put(
        reference.type,
        withFinalizers(marked.object, finalizers),
      );
    }
    return marked;
  }

  /** Removes an object that nothing holds back any more. */
  finish(
    reference: ObjectReference,
    current: StoredObject,
    dryRun = false,
  ): StoredObject {
    const { type, name, namespace } = reference;
    if (dryRun) {
      return current;
    }
    if (isNamespace(reference)) {
      this.#namespaces.release(reference, current);
      return current;
    }
    this.#store.delete(type, name, namespace);
    this.#removeDependents(current.object);
    if (namespace) {
      this.#namespaces.goOn(namespace);
    }
    return current;
  }

  #beginNamespace(
    reference: ObjectReference,
    current: StoredObject,
  ): StoredObject {
    return this.#namespaces.begin(reference, current, (type, item) =>
      this.#mark({ type, name: item.object.metadata.name }, item),
    );
  }

  #mark(
    { type }: ObjectReference,
    current: StoredObject,
    dryRun = false,
  ): StoredObject {
    const { object } = current;
    const { metadata } = object;
    if (metadata.deletionTimestamp) {
      return current;
    }
    const counts = type.custom || type.generation;
    const marked: KubernetesObject = {
      ...object,
      metadata: {
        ...metadata,
        deletionTimestamp: this.#clock.timestamp(),
        deletionGracePeriodSeconds: 0,
        ...(counts && { generation: (metadata.generation ?? 1) + 1 }),
      },
    };
    return dryRun
      ? new StoredObject(marked, current.revision)
      : this.#store.put(type, marked);
  }

  /** Kubernetes' garbage collector takes what has no other owner. */
  #removeDependents({ metadata }: KubernetesObject) {
    for (const { type, object } of this.#store.dependentsOf(metadata.uid)) {
      const { name, namespace, ownerReferences = [] } = object.metadata;
      const others = ownerReferences.filter(({ uid }) => uid !== metadata.uid);
      const key = objectKey(name, namespace);
      const current = this.#store.collection(type).get(key);
      if (current && others.length === 0) {
        this.delete({ type, name, namespace }, current);
      } else if (current) {
        this.#disown({ type, object }, metadata.uid);
      }
    }
  }

  #orphanDependents({ metadata }: KubernetesObject) {
    for (const dependent of this.#store.dependentsOf(metadata.uid)) {
      this.#disown(dependent, metadata.uid);
    }
  }

  #disown(
    { type, object }: ReturnType<ObjectStore['dependentsOf']>[number],
    owner?: string,
  ) {
    const { ownerReferences = [], ...metadata } = object.metadata;
    const rest = ownerReferences.filter(({ uid }) => uid !== owner);
    this.#store.put(type, {
      ...object,
      metadata: {
        ...metadata,
        ...(rest.length > 0 && { ownerReferences: rest }),
      },
    });
  }
}

function isNamespace({ type }: ObjectReference): boolean {
  return type.plural === 'namespaces';
}

function withFinalizers(
  object: KubernetesObject,
  finalizers: string[],
): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, finalizers } };
}

function checkPreconditions(
  { type, name }: ObjectReference,
  { object }: StoredObject,
  { preconditions = {} }: DeleteOptions,
) {
  const { uid, resourceVersion } = preconditions;
  const { metadata } = object;
  if (uid && uid !== metadata.uid) {
    throw failedPrecondition(
      type,
      name,
      `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw failedPrecondition(
      type,
      name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    );
  }
}
