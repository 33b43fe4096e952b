const MEBIBYTE = 1024 * 1024;

/** Bounds of what one file may cost. Times are milliseconds. */
export interface ArtifactLimits {
  /** From the question to the first piece. */
  begin: number;
  /** From the first piece to the last. It is generous, as a line may be slow: silence tells sooner who hangs. */
  total: number;
  /** How long Velero may take to answer a request. */
  answer: number;
  /** How long a request may stay answered without a link; Velero 1.18 never adds one later. */
  unsignedGrace: number;
  /** Between the first looks at a request, and the most between later ones. */
  poll: [number, number];
  connectTimeout: number;
  /** How long the store may be silent while it is read. */
  silence: number;
  /** How long a reader may take nothing of a log that is there. */
  readerSilence: number;
  compressedBytes: number;
  /** Of an archive, packed and unpacked: it is searched, and not held in memory. */
  archiveBytes: [packed: number, unpacked: number];
  /** Of what passes through as a stream. */
  streamedBytes: number;
  /** Of what is parsed, and so held in memory. */
  parsedBytes: number;
  /** Files that are fetched at the same time, for whomever. */
  simultaneous: number;
  /** Files that one user may wait for at the same time. */
  perUser: number;
}

export const DEFAULT_LIMITS: ArtifactLimits = {
  begin: 60_000,
  total: 15 * 60_000,
  answer: 30_000,
  unsignedGrace: 2_000,
  poll: [50, 1_000],
  connectTimeout: 10_000,
  silence: 15_000,
  readerSilence: 60_000,
  compressedBytes: 32 * MEBIBYTE,
  archiveBytes: [256 * MEBIBYTE, 2_048 * MEBIBYTE],
  streamedBytes: 256 * MEBIBYTE,
  parsedBytes: 8 * MEBIBYTE,
  simultaneous: 16,
  perUser: 8,
};
