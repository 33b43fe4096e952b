import { KubernetesObject, objectKey } from './KubernetesObject';

/** One version of an object. It never changes; a write makes a new one. */
export class StoredObject {
  readonly key: string;
  readonly revision: number;
  readonly object: KubernetesObject;
  #json?: string;

  /** Without a revision it is what a dry run would have stored. */
  constructor(object: KubernetesObject, revision = 0) {
    const { resourceVersion: _former, ...metadata } = object.metadata;
    this.key = objectKey(metadata.name, metadata.namespace);
    this.revision = revision;
    this.object = {
      ...object,
      metadata: {
        ...metadata,
        ...(revision && { resourceVersion: String(revision) }),
      },
    };
  }

  /** Made once, since lists and watches send the same version many times. */
  get json(): string {
    this.#json ??= JSON.stringify(this.object);
    return this.#json;
  }
}
