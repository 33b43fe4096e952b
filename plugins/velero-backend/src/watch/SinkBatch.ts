import { KubernetesObject } from '../clusters/ClusterConnection';
import { ListWatchSink } from './ListWatchSink';

const MAX_SIZE = 500;

/** Hands changes to a sink in batches that hold each object once, with its latest state. */
export class SinkBatch {
  readonly #sink: ListWatchSink;
  readonly #objects = new Map<string, KubernetesObject>();

  constructor(sink: ListWatchSink) {
    this.#sink = sink;
  }

  async put(object: KubernetesObject): Promise<void> {
    const { namespace, name } = object.metadata;
    this.#objects.set(`${namespace}/${name}`, object);
    if (this.#objects.size >= MAX_SIZE) {
      await this.flush();
    }
  }

  async remove(object: KubernetesObject): Promise<void> {
    await this.flush();
    await this.#sink.remove(object);
  }

  async flush(): Promise<void> {
    if (this.#objects.size > 0) {
      await this.#sink.put([...this.#objects.values()]);
      this.#objects.clear();
    }
  }
}
