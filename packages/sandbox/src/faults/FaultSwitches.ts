import { Clock } from '../clock/Clock';
import { ClusterFaults } from './ClusterFaults';
import { OpenConnections } from './OpenConnections';

/** Switches the faults of one cluster. */
export class FaultSwitches {
  readonly #connections: OpenConnections;
  readonly #clock: Clock;
  #faults: ClusterFaults = {};

  constructor(options: { connections: OpenConnections; clock: Clock }) {
    this.#connections = options.connections;
    this.#clock = options.clock;
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

  /** As if the API server were started again: first nobody answers, then it is `starting` for as long. */
  restart(millis: number) {
    this.set({ down: true });
    this.#clock.after(millis, () => {
      this.set({ down: false, starting: true });
      this.#clock.after(millis, () => this.set({ starting: false }));
    });
  }
}
