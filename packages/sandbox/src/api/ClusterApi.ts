import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Clock } from '../clock/Clock';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  notFound,
} from './ApiError';
import { admit } from './admit';
import { isRecord, KubernetesObject, objectKey } from './KubernetesObject';
import { trackFields } from './managedFields';
import { mergePatch } from './mergePatch';
import { ObjectStore } from './ObjectStore';
import { ResourceType, resourceTypeOf } from './ResourceType';
import { StoredObject } from './StoredObject';

/** Names one object. */
export interface ObjectReference {
  type: ResourceType;
  name: string;
  namespace?: string;
}

export interface WriteOptions {
  /** In whose name fields are owned. */
  manager: string;
  /** Refuse unknown fields instead of dropping them. */
  strict?: boolean;
}

export interface Preconditions {
  uid?: string;
  resourceVersion?: string;
}

/** Reads and writes objects by the rules of an API server. Spec and status of Velero's objects are written as one. */
export class ClusterApi {
  readonly store: ObjectStore;
  readonly #clock: Clock;

  constructor(options: { store: ObjectStore; clock: Clock }) {
    this.store = options.store;
    this.#clock = options.clock;
  }

  find({ type, name, namespace }: ObjectReference): StoredObject | undefined {
    return this.store.collection(type).get(objectKey(name, namespace));
  }

  get(reference: ObjectReference): StoredObject {
    const stored = this.find(reference);
    if (!stored) {
      throw notFound(reference.type, reference.name);
    }
    return stored;
  }

  create(
    type: ResourceType,
    namespace: string | undefined,
    input: unknown,
    options: WriteOptions,
  ): StoredObject {
    const object = admit({ type, namespace, input, ...options });
    if (object.metadata.resourceVersion) {
      throw badRequest(
        'resourceVersion should not be set on objects to be created',
      );
    }
    this.#requireNamespace(namespace);
    const { name } = object.metadata;
    if (this.find({ type, name, namespace })) {
      throw alreadyExists(type, name);
    }
    object.metadata.uid = randomUUID();
    object.metadata.creationTimestamp = this.#clock.timestamp();
    if (type.custom) {
      object.metadata.generation = 1;
    }
    return this.#write({ type, next: object, manager: options.manager });
  }

  /** Replaces the whole object; the resource version must be the present one. */
  update(
    reference: ObjectReference,
    input: unknown,
    options: WriteOptions,
  ): StoredObject {
    const current = this.get(reference);
    const { type, namespace, name } = reference;
    const object = admit({ type, namespace, input, ...options });
    if (object.metadata.name !== name) {
      throw badRequest(
        `the name of the object (${object.metadata.name}) does not match the name on the URL (${name})`,
      );
    }
    this.#requireVersion(reference, current, object);
    return this.#replace(reference, current, object, options.manager);
  }

  patch(
    reference: ObjectReference,
    patch: unknown,
    options: WriteOptions,
  ): StoredObject {
    if (!isRecord(patch)) {
      throw badRequest('the merge patch must be a JSON object');
    }
    const current = this.get(reference);
    const { type, namespace, name } = reference;
    const input = mergePatch(current.object, patch);
    const object = admit({ type, namespace, input, ...options });
    if (object.metadata.name !== name) {
      throw badRequest('the name of an object cannot be changed');
    }
    if (object.metadata.resourceVersion !== String(current.revision)) {
      throw conflict(type, name);
    }
    return this.#replace(reference, current, object, options.manager);
  }

  /** Removes the object, or marks it as being deleted while it has finalizers. Returns what it was. */
  delete(
    reference: ObjectReference,
    preconditions: Preconditions = {},
  ): StoredObject {
    const current = this.get(reference);
    this.#requirePreconditions(reference, current, preconditions);
    if (current.object.metadata.finalizers?.length) {
      return this.#markDeleted(reference.type, current);
    }
    this.#remove(reference);
    return current;
  }

  #remove({ type, name, namespace }: ObjectReference) {
    this.store.delete(type, name, namespace);
    if (type.plural === 'namespaces') {
      this.#emptyNamespace(name);
    }
  }

  #emptyNamespace(namespace: string) {
    for (const type of this.store.namespacedTypes()) {
      for (const { object } of [...this.store.collection(type).values()]) {
        if (object.metadata.namespace === namespace) {
          this.store.delete(type, object.metadata.name, namespace);
        }
      }
    }
  }

  #markDeleted(type: ResourceType, current: StoredObject): StoredObject {
    const { object } = current;
    if (object.metadata.deletionTimestamp) {
      return current;
    }
    return this.store.put(type, {
      ...object,
      metadata: {
        ...object.metadata,
        deletionTimestamp: this.#clock.timestamp(),
        deletionGracePeriodSeconds: 0,
        ...(type.custom && {
          generation: (object.metadata.generation ?? 1) + 1,
        }),
      },
    });
  }

  #replace(
    reference: ObjectReference,
    current: StoredObject,
    next: KubernetesObject,
    manager: string,
  ): StoredObject {
    const { type } = reference;
    const previous = current.object;
    // What the server keeps by itself, whatever the client sends.
    Object.assign(next.metadata, serverFields(previous));
    if (isDeepStrictEqual(comparable(previous), comparable(next))) {
      return current;
    }
    if (next.metadata.deletionTimestamp && !next.metadata.finalizers?.length) {
      this.#remove(reference);
      return current;
    }
    if (type.custom && !isDeepStrictEqual(body(previous), body(next))) {
      next.metadata.generation = (previous.metadata.generation ?? 1) + 1;
    }
    return this.#write({ type, previous, next, manager });
  }

  #write(options: {
    type: ResourceType;
    previous?: KubernetesObject;
    next: KubernetesObject;
    manager: string;
  }): StoredObject {
    const { type, previous, next, manager } = options;
    const time = this.#clock.timestamp();
    next.metadata.managedFields = trackFields({
      previous,
      next,
      manager,
      time,
    });
    return this.store.put(type, next);
  }

  #requireNamespace(namespace?: string) {
    const type = resourceTypeOf('namespaces');
    if (namespace && !this.find({ type, name: namespace })) {
      throw notFound(type, namespace);
    }
  }

  #requireVersion(
    { type, name }: ObjectReference,
    current: StoredObject,
    { metadata }: KubernetesObject,
  ) {
    if (!metadata.resourceVersion && type.custom) {
      throw invalid(type, name, [
        {
          field: 'metadata.resourceVersion',
          reason: 'FieldValueInvalid',
          message: 'Invalid value: 0: must be specified for an update',
        },
      ]);
    }
    const { resourceVersion = String(current.revision) } = metadata;
    if (resourceVersion !== String(current.revision)) {
      throw conflict(type, name);
    }
  }

  #requirePreconditions(
    { type, name }: ObjectReference,
    { object }: StoredObject,
    preconditions: Preconditions,
  ) {
    for (const [field, label] of [
      ['uid', 'UID'],
      ['resourceVersion', 'ResourceVersion'],
    ] as const) {
      const expected = preconditions[field];
      const actual = object.metadata[field];
      if (expected && expected !== actual) {
        throw conflict(
          type,
          name,
          `Precondition failed: ${label} in precondition: ${expected}, ${label} in object meta: ${actual}`,
        );
      }
    }
  }
}

function serverFields({ metadata }: KubernetesObject) {
  const { uid, creationTimestamp, generation, deletionTimestamp } = metadata;
  const { deletionGracePeriodSeconds } = metadata;
  return {
    uid,
    creationTimestamp,
    ...(generation && { generation }),
    ...(deletionTimestamp && { deletionTimestamp, deletionGracePeriodSeconds }),
  };
}

/** What moves the generation when it changes: all but metadata, as there is no status subresource. */
function body({ metadata: _metadata, ...rest }: KubernetesObject) {
  return rest;
}

function comparable(object: KubernetesObject) {
  const { labels, annotations, finalizers, ownerReferences } = object.metadata;
  return { ...body(object), labels, annotations, finalizers, ownerReferences };
}
