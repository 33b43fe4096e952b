import { KubernetesObject } from '../../clusters/ClusterConnection';
import { ListWatchSink, WatchState } from '../ListWatchSink';

/** Does what a sink is for, in memory: it holds what the cluster holds, and remembers how it came to. */
export class RecordingSink implements ListWatchSink {
  readonly objects = new Map<string, KubernetesObject>();
  readonly batchSizes: number[] = [];
  readonly positions: string[] = [];
  readonly states: WatchState[] = [];
  lists = 0;
  /** What the next calls throw, in order; `undefined` lets a call pass. */
  readonly failures: Array<Error | undefined> = [];
  #listed?: Set<string>;

  async beginList() {
    this.#failIfAsked();
    this.#listed = new Set();
  }

  async put(objects: KubernetesObject[]) {
    this.#failIfAsked();
    const keys = objects.map(keyOf);
    if (new Set(keys).size !== keys.length) {
      throw new Error('A batch holds an object twice');
    }
    this.batchSizes.push(objects.length);
    for (const object of objects) {
      this.objects.set(keyOf(object), object);
      this.#listed?.add(keyOf(object));
    }
  }

  async remove(object: KubernetesObject) {
    this.#failIfAsked();
    this.objects.delete(keyOf(object));
  }

  async endList(resourceVersion: string) {
    this.#failIfAsked();
    const gone = [...this.objects.keys()].filter(
      key => !this.#listed?.has(key),
    );
    gone.forEach(key => this.objects.delete(key));
    this.#listed = undefined;
    this.lists += 1;
    this.positions.push(resourceVersion);
  }

  async position(resourceVersion: string) {
    this.#failIfAsked();
    this.positions.push(resourceVersion);
  }

  state(state: WatchState) {
    this.states.push(state);
  }

  get names(): string[] {
    return [...this.objects.values()]
      .map(object => object.metadata.name ?? '')
      .sort();
  }

  /** The kinds of states, without repetitions. */
  get history(): string[] {
    return this.states
      .map(state => state.state)
      .filter((state, index, all) => state !== all[index - 1]);
  }

  get lastState(): WatchState | undefined {
    return this.states.at(-1);
  }

  #failIfAsked() {
    const failure = this.failures.shift();
    if (failure) {
      throw failure;
    }
  }
}

export function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}
