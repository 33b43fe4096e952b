import { StoredObject } from './StoredObject';

/** A change of one object. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  revision: number;
  /** The state after the change; of a deleted object its last state. */
  object: StoredObject;
  /** The state before the change. */
  previous?: StoredObject;
}

/** The newest changes of a collection, oldest first. What is older is forgotten, as by etcd's compaction. */
export class EventHistory {
  readonly #limit: number;
  #events: StoreEvent[] = [];
  #floor = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(event: StoreEvent) {
    this.#events.push(event);
    // Cutting in large steps keeps the cost of forgetting off the single change.
    if (this.#events.length > this.#limit * 2) {
      this.#cut(this.#events.length - this.#limit);
    }
  }

  /** False when changes after that revision may have been forgotten. */
  reaches(revision: number): boolean {
    return revision >= this.#floor;
  }

  after(revision: number): StoreEvent[] {
    return this.#events.slice(this.#indexAfter(revision));
  }

  /** Forgets all changes up to that revision. */
  forget(revision: number) {
    this.#cut(this.#indexAfter(revision));
    this.#floor = Math.max(this.#floor, revision);
  }

  #cut(count: number) {
    if (count > 0) {
      this.#floor = this.#events[count - 1].revision;
      this.#events = this.#events.slice(count);
    }
  }

  #indexAfter(revision: number): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#events[middle].revision <= revision) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
