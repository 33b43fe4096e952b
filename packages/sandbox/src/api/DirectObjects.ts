import { randomUUID } from 'node:crypto';
import { Clock } from '../clock/Clock';
import {
  isRecord,
  KubernetesObject,
  ObjectMetadata,
  objectKey,
} from './KubernetesObject';
import { mergePatch } from './mergePatch';
import { ObjectStore } from './ObjectStore';
import { apiVersionOf, ResourceName, resourceTypeOf } from './ResourceType';

/** An object as a scenario writes it: whatever is missing is filled in, nothing is checked. */
export interface DirectObject {
  metadata:
    | ObjectMetadata
    | ({ name: string; namespace?: string } & Record<string, unknown>);
  [field: string]: unknown;
}

/** Reaches the objects of a cluster without HTTP, rights or validation; watchers see the changes. */
export class DirectObjects {
  readonly #store: ObjectStore;
  readonly #clock: Clock;

  constructor(options: { store: ObjectStore; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** Creates or replaces an object, also one that no API server would take. */
  put(resource: ResourceName, object: DirectObject): KubernetesObject {
    const type = resourceTypeOf(resource);
    const { name, namespace } = object.metadata;
    const previous = this.get(resource, name, namespace)?.metadata;
    const metadata = {
      uid: previous?.uid ?? randomUUID(),
      creationTimestamp: previous?.creationTimestamp ?? this.#clock.timestamp(),
      ...(type.custom && { generation: (previous?.generation ?? 0) + 1 }),
      ...object.metadata,
    };
    return this.#store.put(type, {
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      ...object,
      metadata,
    }).object;
  }

  get(
    resource: ResourceName,
    name: string,
    namespace?: string,
  ): KubernetesObject | undefined {
    const key = objectKey(name, namespace);
    return this.#store.collection(resource).get(key)?.object;
  }

  list(resource: ResourceName): KubernetesObject[] {
    return [...this.#store.collection(resource).values()].map(
      ({ object }) => object,
    );
  }

  /** Applies a merge patch. */
  patch(
    resource: ResourceName,
    reference: { name: string; namespace?: string },
    patch: Record<string, unknown>,
  ): KubernetesObject {
    const { name, namespace } = reference;
    const current = this.get(resource, name, namespace);
    const patched = mergePatch(current, patch);
    if (!current || !isRecord(patched)) {
      throw new Error(`No ${resource} '${objectKey(name, namespace)}'`);
    }
    const { generation: _, ...metadata } =
      patched.metadata as DirectObject['metadata'];
    return this.put(resource, { ...patched, metadata });
  }

  remove(resource: ResourceName, name: string, namespace?: string) {
    this.#store.delete(resourceTypeOf(resource), name, namespace);
  }

  /** Forgets the past, as etcd's compaction does: older positions are answered with 410 from now on. */
  compact() {
    this.#store.compact();
  }
}
