import { ClusterApi } from '../api/ClusterApi';
import { resourceTypeOf } from '../api/ResourceType';
import { VeleroKinds } from './VeleroObjects';

const WRITER = { manager: 'velero-server' };

type Patch = Record<string, unknown>;

/** Reads and writes the objects of one Velero namespace, typed, as Velero's server does. */
export class VeleroClient {
  readonly namespace: string;
  readonly #api: ClusterApi;

  constructor(options: { api: ClusterApi; namespace: string }) {
    this.#api = options.api;
    this.namespace = options.namespace;
  }

  get<K extends keyof VeleroKinds>(
    resource: K,
    name: string,
  ): VeleroKinds[K] | undefined {
    return this.#api.find(this.#reference(resource, name))?.object as
      | VeleroKinds[K]
      | undefined;
  }

  list<K extends keyof VeleroKinds>(resource: K): VeleroKinds[K][] {
    const objects: VeleroKinds[K][] = [];
    for (const { object } of this.#api.store.collection(resource).values()) {
      if (object.metadata.namespace === this.namespace) {
        objects.push(object as unknown as VeleroKinds[K]);
      }
    }
    return objects;
  }

  create<K extends keyof VeleroKinds>(
    resource: K,
    object: { metadata: Record<string, unknown> } & Record<string, unknown>,
  ) {
    const type = resourceTypeOf(resource);
    this.#api.create(type, this.namespace, object, WRITER);
  }

  patch(resource: keyof VeleroKinds, name: string, patch: Patch) {
    this.#api.patch(this.#reference(resource, name), patch, WRITER);
  }

  remove(resource: keyof VeleroKinds, name: string) {
    this.#api.delete(this.#reference(resource, name));
  }

  /** The names of all namespaces of the cluster. */
  namespaceNames(): string[] {
    const { store } = this.#api;
    return [...store.collection('namespaces').values()].map(({ key }) => key);
  }

  /** True when there is such a ConfigMap or Secret beside Velero. */
  has(resource: 'configmaps' | 'secrets', name: string): boolean {
    const type = resourceTypeOf(resource);
    return Boolean(this.#api.find({ type, name, namespace: this.namespace }));
  }

  #reference(resource: keyof VeleroKinds, name: string) {
    return { type: resourceTypeOf(resource), name, namespace: this.namespace };
  }
}
