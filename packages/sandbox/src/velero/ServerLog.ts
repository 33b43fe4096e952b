const LIMIT = 1_000;

/** What Velero's server would write to its own log: problems that no object tells of. */
export class ServerLog {
  #lines: string[] = [];

  get lines(): readonly string[] {
    return this.#lines;
  }

  error(message: string) {
    this.#lines = [...this.#lines.slice(1 - LIMIT), message];
  }
}
