import { ServerResponse } from 'node:http';

/** The answers of one cluster that are not finished. */
export class OpenConnections {
  readonly #open = new Set<ServerResponse>();
  readonly #watches = new Set<ServerResponse>();

  /** The number of watches that are open. */
  get watches(): number {
    return this.#watches.size;
  }

  add(response: ServerResponse) {
    this.#open.add(response);
    response.once('close', () => {
      this.#open.delete(response);
      this.#watches.delete(response);
    });
  }

  markWatch(response: ServerResponse) {
    this.#watches.add(response);
  }

  destroyAll() {
    for (const response of this.#open) {
      response.socket?.destroy();
    }
  }

  destroyWatches() {
    for (const response of this.#watches) {
      response.socket?.destroy();
    }
  }
}
