import { ClusterApi } from '../api/ClusterApi';
import { errorMessage } from '../api/errorMessage';
import { Clock } from '../clock/Clock';
import { isDecodable } from './isDecodable';
import { ServerLog } from './ServerLog';
import { VeleroKinds } from './VeleroObjects';

/** A change that a controller is told of; `previous` is absent for what it sees for the first time. */
export interface Change<T> {
  object: T;
  previous?: T;
}

interface FeedOptions {
  api: ClusterApi;
  clock: Clock;
  log: ServerLog;
  namespace: string;
  reactionMillis: number;
}

/**
 * Tells controllers of the changes of one resource, a moment after they happened. While there is an object that
 * cannot be decoded nothing is told, and all of it when that object is gone.
 */
export class ResourceFeed<K extends keyof VeleroKinds> {
  readonly #resource: K;
  readonly #options: FeedOptions;
  readonly #handlers: ((change: Change<VeleroKinds[K]>) => void)[] = [];
  readonly #undecodable = new Set<string>();
  #withheld: Change<VeleroKinds[K]>[] = [];

  constructor(resource: K, options: FeedOptions) {
    this.#resource = resource;
    this.#options = options;
  }

  /** True while an object that Velero cannot read stops this kind. */
  get poisoned(): boolean {
    return this.#undecodable.size > 0;
  }

  onChange(handler: (change: Change<VeleroKinds[K]>) => void) {
    this.#handlers.push(handler);
  }

  /** Begins with all that is there. The returned function ends it. */
  start(): () => void {
    const collection = this.#options.api.store.collection(this.#resource);
    for (const { object } of collection.values()) {
      this.#take({ object: object as never }, true);
    }
    return collection.subscribe(({ type, object, previous }) =>
      this.#take(
        { object: object.object as never, previous: previous?.object as never },
        type !== 'DELETED',
      ),
    );
  }

  #take(change: Change<VeleroKinds[K]>, exists: boolean) {
    const { metadata } = change.object;
    if (metadata.namespace !== this.#options.namespace) {
      return;
    }
    this.#noteHealth(metadata.name, exists, change.object);
    if (this.poisoned) {
      this.#withheld.push(change);
      return;
    }
    const due = [...this.#withheld, ...(exists ? [change] : [])];
    this.#withheld = [];
    due.forEach(item => this.#deliver(item));
  }

  #noteHealth(name: string, exists: boolean, object: object) {
    const readable = !exists || isDecodable(this.#resource, { ...object });
    if (readable) {
      this.#undecodable.delete(name);
    } else {
      this.#undecodable.add(name);
      this.#options.log.error(
        `failed to list ${this.#resource}: ${name} cannot be decoded`,
      );
    }
  }

  #deliver(change: Change<VeleroKinds[K]>) {
    const { clock, reactionMillis } = this.#options;
    clock.after(reactionMillis, () => {
      for (const handler of this.#handlers) {
        this.#call(handler, change);
      }
    });
  }

  #call(
    handler: (change: Change<VeleroKinds[K]>) => void,
    change: Change<VeleroKinds[K]>,
  ) {
    try {
      handler(change);
    } catch (error) {
      this.#options.log.error(errorMessage(error));
    }
  }
}
