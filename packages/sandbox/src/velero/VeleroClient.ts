import { ClusterApi } from '../api/ClusterApi';
import { resourceTypeOf } from '../api/ResourceType';
import { LABELS, VeleroKinds } from './VeleroObjects';

const WRITER = { manager: 'velero-server' };

type Patch = Record<string, unknown>;

interface SecretContent {
  /** In base64. */
  data?: Record<string, string>;
}

/** What the server was told last of a resource that it cannot read now. */
type StaleList = <K extends keyof VeleroKinds>(
  resource: K,
) => VeleroKinds[K][] | undefined;

/** Reads and writes the objects of one Velero namespace, typed, as Velero's server does. */
export class VeleroClient {
  readonly namespace: string;
  readonly #api: ClusterApi;
  readonly #staleList: StaleList;

  constructor(options: {
    api: ClusterApi;
    namespace: string;
    staleList: StaleList;
  }) {
    this.#api = options.api;
    this.namespace = options.namespace;
    this.#staleList = options.staleList;
  }

  get<K extends keyof VeleroKinds>(
    resource: K,
    name: string,
  ): VeleroKinds[K] | undefined {
    const stale = this.#staleList(resource);
    if (stale) {
      return stale.find(({ metadata }) => metadata.name === name);
    }
    return this.#api.find(this.#reference(resource, name))?.object as
      | VeleroKinds[K]
      | undefined;
  }

  list<K extends keyof VeleroKinds>(resource: K): VeleroKinds[K][] {
    const stale = this.#staleList(resource);
    if (stale) {
      return stale;
    }
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

  /** The names of namespaces whose label keeps them out of backups. */
  excludedNamespaces(): string[] {
    const { store } = this.#api;
    return [...store.collection('namespaces').values()]
      .filter(
        ({ object }) => object.metadata.labels?.[LABELS.exclude] === 'true',
      )
      .map(({ key }) => key);
  }

  /** A Secret beside Velero. */
  secret(name: string): SecretContent | undefined {
    return this.#beside('secrets', name) as SecretContent | undefined;
  }

  /** The data of a ConfigMap beside Velero. */
  configMap(name: string): Record<string, string> | undefined {
    const object = this.#beside('configmaps', name);
    return object && ((object.data ?? {}) as Record<string, string>);
  }

  #beside(resource: 'configmaps' | 'secrets', name: string) {
    const type = resourceTypeOf(resource);
    const reference = { type, name, namespace: this.namespace };
    return this.#api.find(reference)?.object;
  }

  #reference(resource: keyof VeleroKinds, name: string) {
    return { type: resourceTypeOf(resource), name, namespace: this.namespace };
  }
}
