/** Milliseconds. */
export interface DrillTimes {
  /** After which a drill is taken from a replica that shows no sign of life. */
  ttl: number;
  /** Between two looks for something to do. */
  poll: number;
  /** Between two looks at a drill that nothing stands in the way of, at first and when it takes long. */
  look: { first: number; last: number };
  /** Within which a cluster has to have answered. */
  answer: number;
  /** For which a Restore that is gone or was changed may still be worked on by Velero. */
  settle: number;
  /** After which it is said what holds a namespace that is being removed. */
  held: number;
  /** After which nobody looks any more whether a namespace is gone. */
  last: number;
  /** For which a run of a schedule is tried again that the cluster is in the way of. */
  patience: number;
}

const MINUTE = 60_000;

export const DEFAULT_DRILL_TIMES: DrillTimes = {
  ttl: 2 * MINUTE,
  poll: 1_000,
  look: { first: 1_000, last: 30_000 },
  answer: 20_000,
  settle: 10 * MINUTE,
  held: 10 * MINUTE,
  last: 24 * 60 * MINUTE,
  patience: 6 * 60 * MINUTE,
};
