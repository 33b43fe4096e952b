import {
  Operation,
  OperationCluster,
  OperationStep,
} from 'backstage-plugin-velero-common';

/** Writes a line whenever a step of an operation has come into another state. */
export class StepLog {
  readonly #write: (line: string) => void;
  readonly #states = new Map<string, string>();

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  report({ clusters }: Operation) {
    for (const cluster of clusters) {
      for (const step of cluster.steps) {
        this.#step(cluster, step);
      }
      this.#cluster(cluster);
    }
  }

  #step({ cluster }: OperationCluster, step: OperationStep) {
    const { title, state, message } = step;
    if (state !== 'waiting' && this.#isNew(`${cluster} ${title}`, state)) {
      this.#write(`${cluster}: ${title}: ${withMessage(state, message)}`);
    }
  }

  #cluster({ cluster, state, message }: OperationCluster) {
    if (
      !['waiting', 'running'].includes(state) &&
      this.#isNew(cluster, state)
    ) {
      this.#write(`${cluster}: ${withMessage(state, message)}`);
    }
  }

  #isNew(key: string, state: string): boolean {
    const isNew = this.#states.get(key) !== state;
    this.#states.set(key, state);
    return isNew;
  }
}

function withMessage(state: string, message: string | undefined): string {
  return message ? `${state}. ${message}` : state;
}
