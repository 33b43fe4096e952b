import { Clock } from '../clock/Clock';
import { admit } from './admit';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  namespaceTerminating,
  nameTaken,
  notFound,
  serverError,
} from './ApiError';
import { applyConfiguration } from './applyConfiguration';
import { KubernetesObject, objectKey } from './KubernetesObject';
import { mergePatch } from './mergePatch';
import { ObjectDeletion } from './ObjectDeletion';
import { ObjectReference } from './ObjectReference';
import { ObjectStore } from './ObjectStore';
import { ObjectWriter } from './ObjectWriter';
import { ResourceType, resourceTypeOf } from './ResourceType';
import { StoredObject } from './StoredObject';
import { DeleteOptions, WriteOptions } from './WriteOptions';

/** Reads and writes objects by the rules of an API server. Spec and status of Velero's objects are written as one. */
export class ClusterApi {
  readonly store: ObjectStore;
  readonly #deletion: ObjectDeletion;
  readonly #writer: ObjectWriter;

  constructor(options: { store: ObjectStore; clock: Clock }) {
    this.store = options.store;
    this.#deletion = new ObjectDeletion(options);
    this.#writer = new ObjectWriter({ ...options, deletion: this.#deletion });
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
    const { resourceVersion = '0' } = object.metadata;
    if (resourceVersion !== '0') {
      throw serverError(
        'resourceVersion should not be set on objects to be created',
      );
    }
    this.#requireRoom(type, namespace, object);
    return this.#writer.insert(type, object, options);
  }

  /** Replaces the whole object; the resource version must be the present one. */
  update(
    reference: ObjectReference,
    input: unknown,
    options: WriteOptions,
  ): StoredObject {
    const { type, namespace } = reference;
    const object = admit({ type, namespace, input, ...options });
    requireName(reference, object);
    const current = this.get(reference);
    requireVersion(reference, current, object);
    return this.#writer.replace(reference, current, object, options);
  }

  /** Changes an object by a merge patch. */
  patch(
    reference: ObjectReference,
    patch: unknown,
    options: WriteOptions,
  ): StoredObject {
    return this.modify(reference, object => mergePatch(object, patch), options);
  }

  /** Changes an object to what the function makes of its present state. */
  modify(
    reference: ObjectReference,
    change: (object: KubernetesObject) => unknown,
    options: WriteOptions,
  ): StoredObject {
    const current = this.get(reference);
    const { type, namespace } = reference;
    const input = change(current.object);
    const object = admit({
      type,
      namespace,
      input,
      patched: true,
      ...options,
    });
    requireName(reference, object);
    requirePresent(reference, current, object);
    return this.#writer.replace(reference, current, object, options);
  }

  /** Server-side apply: merges a configuration into the object, or makes the object of it. */
  apply(
    reference: ObjectReference,
    applied: Record<string, unknown>,
    options: WriteOptions & { force?: boolean },
  ): StoredObject {
    const { type, namespace } = reference;
    const current = this.find(reference);
    const { input, owners } = applyConfiguration({
      type,
      current: current?.object,
      applied,
      writer: this.#writer.writer(options, 'Apply'),
      force: options.force,
    });
    const object = admit({ type, namespace, input, ...options });
    requireName(reference, object);
    if (current) {
      requirePresent(reference, current, object);
      const write = { ...options, owners };
      return this.#writer.replace(reference, current, object, write);
    }
    this.#requireRoom(type, namespace, object);
    return this.#writer.insert(type, object, { ...options, owners });
  }

  /** Removes the object, or marks it as being deleted while it has finalizers. Returns its last state. */
  delete(
    reference: ObjectReference,
    options: DeleteOptions = {},
  ): StoredObject {
    return this.#deletion.delete(reference, this.get(reference), options);
  }

  #requireRoom(
    type: ResourceType,
    namespace: string | undefined,
    { metadata }: KubernetesObject,
  ) {
    const { name, generateName } = metadata;
    if (namespace) {
      const namespaces = resourceTypeOf('namespaces');
      const { object } = this.get({ type: namespaces, name: namespace });
      if (object.metadata.deletionTimestamp) {
        throw namespaceTerminating(type, name, namespace);
      }
    }
    if (this.find({ type, name, namespace })) {
      throw generateName ? nameTaken(type, name) : alreadyExists(type, name);
    }
  }
}

/** An update names the version that it replaces. */
function requireVersion(
  reference: ObjectReference,
  current: StoredObject,
  next: KubernetesObject,
) {
  const { type, name } = reference;
  const { resourceVersion, uid } = next.metadata;
  if (!resourceVersion && type.custom) {
    const message = 'Invalid value: 0: must be specified for an update';
    throw invalid({ ...type, kind: type.plural }, name, [
      {
        field: 'metadata.resourceVersion',
        reason: 'FieldValueInvalid',
        message,
      },
    ]);
  }
  requirePresent(reference, current, next);
  const actual = current.object.metadata.uid;
  if (uid && uid !== actual) {
    throw conflict(
      type,
      name,
      `StorageError: invalid object, Code: 4, Key: /registry/${type.group}/${type.plural}/${current.key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${actual}`,
    );
  }
}

function requirePresent(
  { type, name }: ObjectReference,
  current: StoredObject,
  { metadata }: KubernetesObject,
) {
  const { resourceVersion = '' } = metadata;
  if (!/^\d*$/.test(resourceVersion)) {
    throw serverError(
      `strconv.ParseUint: parsing "${resourceVersion}": invalid syntax`,
    );
  }
  if (resourceVersion && resourceVersion !== String(current.revision)) {
    throw conflict(type, name);
  }
}

function requireName(
  { name }: ObjectReference,
  { metadata }: KubernetesObject,
) {
  if (metadata.name !== name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
}
