import { expired } from './ApiError';
import { EventHistory, StoreEvent } from './EventHistory';
import { StoredObject } from './StoredObject';

export type CollectionListener = (event: StoreEvent) => void;

/** The objects of one resource with their recent history. */
export class Collection {
  readonly #objects = new Map<string, StoredObject>();
  readonly #history: EventHistory;
  readonly #listeners = new Set<CollectionListener>();
  #sortedKeys?: string[];

  constructor(historyLimit: number) {
    this.#history = new EventHistory(historyLimit);
  }

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  values(): Iterable<StoredObject> {
    return this.#objects.values();
  }

  put(object: StoredObject) {
    const previous = this.#objects.get(object.key);
    this.#objects.set(object.key, object);
    if (!previous) {
      this.#sortedKeys = undefined;
    }
    const type = previous ? 'MODIFIED' : 'ADDED';
    this.#record({ type, revision: object.revision, object, previous });
  }

  /** The last state carries the revision of the deletion, as watchers expect it. */
  delete(key: string, revision: number) {
    const previous = this.#objects.get(key);
    if (!previous) {
      return;
    }
    this.#objects.delete(key);
    this.#sortedKeys = undefined;
    const object = new StoredObject(previous.object, revision);
    this.#record({ type: 'DELETED', revision, object, previous });
  }

  /** All objects in the order of their keys, as they were at that revision. */
  snapshot(revision: number): StoredObject[] {
    const past = this.#changedSince(revision);
    if (past.size === 0) {
      return this.#keys().map(key => this.#objects.get(key)!);
    }
    const keys = new Set([...this.#keys(), ...past.keys()]);
    return [...keys]
      .sort()
      .map(key => (past.has(key) ? past.get(key) : this.#objects.get(key)))
      .filter(object => object !== undefined);
  }

  /** False when the state at that revision can no longer be told. */
  remembers(revision: number): boolean {
    return this.#history.reaches(revision);
  }

  /** The changes after that revision, oldest first. */
  eventsAfter(revision: number): StoreEvent[] {
    if (!this.#history.reaches(revision)) {
      throw expired('The resourceVersion for the provided list is too old.');
    }
    return this.#history.after(revision);
  }

  forgetHistory(revision: number) {
    this.#history.forget(revision);
  }

  /** Calls back after each change; the returned function ends that. */
  subscribe(listener: CollectionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changedSince(revision: number): Map<string, StoredObject | undefined> {
    const past = new Map<string, StoredObject | undefined>();
    for (const event of this.eventsAfter(revision).reverse()) {
      past.set(event.object.key, event.previous);
    }
    return past;
  }

  #keys(): string[] {
    this.#sortedKeys ??= [...this.#objects.keys()].sort();
    return this.#sortedKeys;
  }

  #record(event: StoreEvent) {
    this.#history.push(event);
    for (const listener of this.#listeners) {
      listener(event);
    }
  }
}
