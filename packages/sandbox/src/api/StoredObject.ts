import { KubernetesObject, objectKey } from './KubernetesObject';

/** One version of an object. It never changes; a write makes a new one. */
export class StoredObject {
  readonly key: string;
  readonly revision: number;
  readonly object: KubernetesObject;
  #json?: string;

  constructor(object: KubernetesObject, revision: number) {
    this.key = objectKey(object.metadata.name, object.metadata.namespace);
    this.revision = revision;
    this.object = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(revision) },
    };
  }

  /** Made once, since lists and watches send the same version many times. */
  get json(): string {
    this.#json ??= JSON.stringify(this.object);
    return this.#json;
  }
}
