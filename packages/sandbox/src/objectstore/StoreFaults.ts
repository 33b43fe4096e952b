/** What an object store refuses besides wrong keys. Absent means that nothing is. */
export interface StoreFaults {
  /** Its clock and that of whoever asks are far apart. */
  skewed?: boolean;
  /** Only requests that are signed for this region are taken. */
  region?: string;
  /** Names of buckets that belong to somebody else. */
  foreign?: string[];
}
