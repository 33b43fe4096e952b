import { isDeepStrictEqual } from 'node:util';
import { Clock } from '../clock/Clock';
import { invalid } from './ApiError';
import { checkUpdate } from './checkUpdate';
import { ownersAfterUpdate, Writer } from './fields/ManagedFields';
import {
  KubernetesObject,
  ManagedFieldsEntry,
  ObjectMetadata,
} from './KubernetesObject';
import { ObjectDeletion } from './ObjectDeletion';
import { ObjectReference } from './ObjectReference';
import { ObjectStore } from './ObjectStore';
import { ResourceType } from './ResourceType';
import { schemaOf } from './schema/schemaOf';
import { StoredObject } from './StoredObject';
import { WriteOptions } from './WriteOptions';

/** Stores admitted objects with what the server itself keeps of them: identity, generation, owners of fields. */
export class ObjectWriter {
  readonly #store: ObjectStore;
  readonly #clock: Clock;
  readonly #deletion: ObjectDeletion;

  constructor(options: {
    store: ObjectStore;
    clock: Clock;
    deletion: ObjectDeletion;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#deletion = options.deletion;
  }

  /** Who writes now. */
  writer(options: WriteOptions, operation: Writer['operation']): Writer {
    const { manager, subresource } = options;
    const time = this.#clock.timestamp();
    return { manager, operation, subresource, time };
  }

  /** Stores a new object. */
  insert(
    type: ResourceType,
    object: KubernetesObject,
    options: WriteOptions & { owners?: ManagedFieldsEntry[] },
  ): StoredObject {
    const {
      deletionTimestamp: _never,
      generation: _given,
      resourceVersion: _none,
      ...metadata
    } = object.metadata;
    const next: KubernetesObject = {
      ...object,
      metadata: {
        ...metadata,
        uid: crypto.randomUUID(),
        creationTimestamp: this.#clock.timestamp(),
        ...((type.custom || type.generation) && { generation: 1 }),
      },
    };
    const owners =
      options.owners ??
      ownersAfterUpdate({
        // What the server itself fills in belongs to nobody.
        next: type.statusApart ? { ...next, status: undefined } : next,
        schema: schemaOf(type),
        entries: [],
        writer: this.writer(options, 'Update'),
      });
    return this.#put(type, withOwners(next, owners), options);
  }

  /** Stores the next version of an object, unless nothing changes or it was only waiting to be gone. */
  replace(
    reference: ObjectReference,
    current: StoredObject,
    next: KubernetesObject,
    options: WriteOptions & { owners?: ManagedFieldsEntry[] },
  ): StoredObject {
    const { type } = reference;
    const previous = current.object;
    const kept = keepServerFields(type, previous, next, options);
    const errors = checkUpdate(type, previous, kept);
    if (errors.length > 0) {
      throw invalid(type, reference.name, errors);
    }
    const owners =
      options.owners ?? this.#owners(type, previous, kept, options);
    if (isSame(previous, kept, owners)) {
      return current;
    }
    const { deletionTimestamp, finalizers } = kept.metadata;
    if (deletionTimestamp && !finalizers?.length) {
      return this.#deletion.finish(reference, current, options.dryRun);
    }
    if (countsAsChange(type, previous, kept)) {
      kept.metadata.generation = (previous.metadata.generation ?? 1) + 1;
    }
    return this.#put(type, withOwners(kept, owners), options, current);
  }

  #owners(
    type: ResourceType,
    previous: KubernetesObject,
    next: KubernetesObject,
    options: WriteOptions,
  ): ManagedFieldsEntry[] {
    const given = next.metadata.managedFields;
    const known = previous.metadata.managedFields ?? [];
    const isReset = given?.length === 0 || isBlank(given);
    const entries = isReset ? [] : given ?? known;
    // Whoever has no managed fields gets none until somebody applies.
    return entries.length === 0
      ? []
      : ownersAfterUpdate({
          previous,
          next,
          schema: schemaOf(type),
          entries,
          writer: this.writer(options, 'Update'),
        });
  }

  #put(
    type: ResourceType,
    object: KubernetesObject,
    { dryRun }: WriteOptions,
    current?: StoredObject,
  ): StoredObject {
    return dryRun
      ? new StoredObject(object, current?.revision)
      : this.#store.put(type, object);
  }
}

function isBlank(entries?: ManagedFieldsEntry[]): boolean {
  return entries?.length === 1 && Object.keys(entries[0]).length === 0;
}

function withOwners(
  object: KubernetesObject,
  managedFields: ManagedFieldsEntry[],
): KubernetesObject {
  const { managedFields: _given, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: {
      ...metadata,
      ...(managedFields.length > 0 && { managedFields }),
    },
  };
}

/** What the server keeps by itself, whatever the client sends. */
function keepServerFields(
  type: ResourceType,
  previous: KubernetesObject,
  next: KubernetesObject,
  { subresource }: WriteOptions,
): KubernetesObject {
  refuseOtherUid(type, previous, next);
  const metadata = { ...next.metadata, ...identityOf(previous.metadata) };
  if (!type.statusApart) {
    return { ...next, metadata };
  }
  const { status } = subresource === 'status' ? next : previous;
  const body = subresource === 'status' ? previous : next;
  return { ...body, metadata, ...(status !== undefined && { status }) };
}

function identityOf(metadata: ObjectMetadata): Partial<ObjectMetadata> {
  const { uid, creationTimestamp, generation } = metadata;
  const { deletionTimestamp, deletionGracePeriodSeconds } = metadata;
  return {
    uid,
    creationTimestamp,
    ...(generation !== undefined && { generation }),
    ...(deletionTimestamp && { deletionTimestamp, deletionGracePeriodSeconds }),
  };
}

function refuseOtherUid(
  type: ResourceType,
  previous: KubernetesObject,
  next: KubernetesObject,
) {
  const { uid, name } = next.metadata;
  if (uid && uid !== previous.metadata.uid) {
    const message = `Invalid value: "${uid}": field is immutable`;
    throw invalid(type, name, [
      { field: 'metadata.uid', reason: 'FieldValueInvalid', message },
    ]);
  }
}

/** What moves the generation of a custom resource when it changes: all but metadata. */
function bodyOf({ metadata: _metadata, ...rest }: KubernetesObject) {
  return rest;
}

function countsAsChange(
  type: ResourceType,
  previous: KubernetesObject,
  next: KubernetesObject,
): boolean {
  if (type.custom) {
    return !isDeepStrictEqual(bodyOf(previous), bodyOf(next));
  }
  return (
    type.generation === true && !isDeepStrictEqual(previous.spec, next.spec)
  );
}

/** When something was written last is no reason to write it again. */
function isSame(
  previous: KubernetesObject,
  next: KubernetesObject,
  owners: ManagedFieldsEntry[],
): boolean {
  return (
    isDeepStrictEqual(bodyOf(previous), bodyOf(next)) &&
    isDeepStrictEqual(ownMetadata(previous), ownMetadata(next)) &&
    isDeepStrictEqual(
      untimed(previous.metadata.managedFields ?? []),
      untimed(owners),
    )
  );
}

function ownMetadata({ metadata }: KubernetesObject) {
  const { labels, annotations, finalizers, ownerReferences } = metadata;
  return { labels, annotations, finalizers, ownerReferences };
}

function untimed(entries: ManagedFieldsEntry[]) {
  return entries.map(({ time: _time, ...entry }) => entry);
}
