/** Milliseconds. */
export interface RestoreTimes {
  /** After which a request is taken from a replica that shows no sign of life; longer than any request to a cluster. */
  ttl: number;
  /** Between two looks for something to do. */
  poll: number;
  /** Before a start that something stands in the way of is tried again, at first and when it has waited for long. */
  retry: { first: number; last: number };
  /** Within which Velero has to have been asked. */
  submit: number;
  /** Within which a decision has to be made. */
  judge: number;
  /** After which a Restore that was made and is not seen is asked for in the cluster. */
  unseen: number;
  /** Between two looks who owns what is waited for. */
  owners: number;
}

export const DEFAULT_TIMES: RestoreTimes = {
  ttl: 120_000,
  poll: 1_000,
  retry: { first: 1_000, last: 30_000 },
  submit: 10 * 60_000,
  judge: 60_000,
  unseen: 60_000,
  owners: 5_000,
};

/** How old a request may have become, in times of the pause, before it is looked at again. */
const PATIENCE = 10;

/** When to try again what stands in the way of a request: soon at first, then with the patience that it has shown. */
export function pauseFor(
  { createdAt }: { createdAt: number },
  { retry }: Pick<RestoreTimes, 'retry'>,
): number {
  const pause = (Date.now() - createdAt) / PATIENCE;
  return Math.round(Math.min(Math.max(pause, retry.first), retry.last));
}
