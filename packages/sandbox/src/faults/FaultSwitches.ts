import { ClusterFaults } from './ClusterFaults';
import { OpenConnections } from './OpenConnections';

/** Switches the faults of one cluster. */
export class FaultSwitches {
  readonly #connections: OpenConnections;
  #faults: ClusterFaults = {};

  constructor(connections: OpenConnections) {
    this.#connections = connections;
  }

  get current(): Readonly<ClusterFaults> {
    return this.#faults;
  }

  /** Changes the given faults and leaves the others as they are. */
  set(faults: ClusterFaults) {
    const changed = { ...this.#faults, ...faults };
    const active = Object.entries(changed).filter(([, value]) => value);
    this.#faults = Object.fromEntries(active);
    if (this.#faults.down) {
      this.#connections.destroyAll();
    }
  }

  clear() {
    this.#faults = {};
  }

  /** Destroys the watches that are open now. */
  cutWatches() {
    this.#connections.destroyWatches();
  }
}
