/** Bounds of what a cluster may cost. Times are milliseconds. */
export interface ConnectionLimits {
  pageBytes: number;
  /** Of a page of names: 1,000 objects with metadata of the usual size have 2 MiB. */
  namesBytes: number;
  /** An API server takes objects of 1.5 MiB, and JSON escapes can multiply that. */
  eventBytes: number;
  headersTimeout: number;
  bodyTimeout: number;
  /** Bookmarks come each minute, so longer silence means that the connection is lost. */
  watchSilence: number;
  requestTimeout: number;
  /** For a request about a single object, which somebody waits for. */
  objectTimeout: number;
  /** How long after its own end a watch is given up. */
  watchGrace: number;
}

export const DEFAULT_LIMITS: ConnectionLimits = {
  pageBytes: 64 * 1024 * 1024,
  namesBytes: 8 * 1024 * 1024,
  eventBytes: 4 * 1024 * 1024,
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
  watchSilence: 90_000,
  requestTimeout: 120_000,
  objectTimeout: 10_000,
  watchGrace: 15_000,
};
