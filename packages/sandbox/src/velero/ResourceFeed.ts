import { ClusterApi } from '../api/ClusterApi';
import { StoreEvent } from '../api/EventHistory';
import { errorMessage } from '../api/errorMessage';
import { resourceTypeOf } from '../api/ResourceType';
import { Clock } from '../clock/Clock';
import { decodingProblem } from './decodingProblem';
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
  /** Between two attempts to list what cannot be read: at first, and at most. */
  relistMillis: [number, number];
}

/**
 * Tells controllers of the changes of one resource, a moment after they happened. An object that Velero cannot decode
 * ends that: the list is asked for again and again, with growing gaps, until nothing in it hinders any more.
 */
export class ResourceFeed<K extends keyof VeleroKinds> {
  readonly #resource: K;
  readonly #options: FeedOptions;
  readonly #handlers: ((change: Change<VeleroKinds[K]>) => void)[] = [];
  /** What controllers were told last. */
  readonly #known = new Map<string, VeleroKinds[K]>();
  #broken = false;
  #synced = false;
  #gap: number;

  constructor(resource: K, options: FeedOptions) {
    this.#resource = resource;
    this.#options = options;
    this.#gap = options.relistMillis[0];
  }

  /** True while an object that Velero cannot read stops this kind. */
  get poisoned(): boolean {
    return this.#broken;
  }

  /** True once the list could be read. */
  get synced(): boolean {
    return this.#synced;
  }

  /** What Velero believes is there. */
  known(): VeleroKinds[K][] {
    return [...this.#known.values()];
  }

  onChange(handler: (change: Change<VeleroKinds[K]>) => void) {
    this.#handlers.push(handler);
  }

  /** Begins with all that is there. The returned function ends it. */
  start(): () => void {
    this.#relist();
    return this.#collection.subscribe(event => this.#take(event));
  }

  get #collection() {
    return this.#options.api.store.collection(this.#resource);
  }

  #take({ type, object: { object } }: StoreEvent) {
    const { name, namespace } = object.metadata;
    if (this.#broken || namespace !== this.#options.namespace) {
      return;
    }
    if (type === 'DELETED') {
      this.#known.delete(name);
      return;
    }
    const problem = decodingProblem(this.#resource, object);
    if (problem) {
      this.#stop(problem);
    } else {
      this.#tell(object as never);
    }
  }

  #relist() {
    const found = this.#list();
    const problem = found
      .map(object => decodingProblem(this.#resource, { ...object }))
      .find(text => text !== undefined);
    if (problem) {
      this.#stop(problem);
      return;
    }
    this.#broken = false;
    this.#synced = true;
    this.#gap = this.#options.relistMillis[0];
    this.#forgetMissing(found);
    found.forEach(object => this.#tell(object));
  }

  #stop(problem: string) {
    const { clock, log, relistMillis } = this.#options;
    this.#broken = true;
    const { kind } = resourceTypeOf(this.#resource);
    log.error(`failed to list *v1.${kind}: ${problem}`);
    clock.after(this.#gap, () => this.#relist());
    this.#gap = Math.min(this.#gap * 2, relistMillis[1]);
  }

  #list(): VeleroKinds[K][] {
    const objects: VeleroKinds[K][] = [];
    for (const { object } of this.#collection.values()) {
      if (object.metadata.namespace === this.#options.namespace) {
        objects.push(object as never);
      }
    }
    return objects;
  }

  #forgetMissing(found: VeleroKinds[K][]) {
    const names = new Set(found.map(({ metadata }) => metadata.name));
    for (const name of this.#known.keys()) {
      if (!names.has(name)) {
        this.#known.delete(name);
      }
    }
  }

  #tell(object: VeleroKinds[K]) {
    const previous = this.#known.get(object.metadata.name);
    if (previous === object) {
      return;
    }
    this.#known.set(object.metadata.name, object);
    const { clock, reactionMillis } = this.#options;
    clock.after(reactionMillis, () => {
      for (const handler of this.#handlers) {
        this.#call(handler, { object, previous });
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
