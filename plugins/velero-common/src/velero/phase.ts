/**
 * Where a backup or restore stands, reduced to what a reader has to know.
 *
 * - `waiting`: accepted by the API server, not yet started by Velero
 * - `running`: started, result not known yet
 * - `finished`: nothing will change any more; see {@link Outcome}
 * - `deleting`: Velero is removing it, or failed to do so
 *
 * @public
 */
export type Lifecycle = 'waiting' | 'running' | 'finished' | 'deleting';

/**
 * How a finished backup or restore ended. `partial` is usable but incomplete; `failed` and `invalid` hold nothing
 * that could be restored.
 *
 * @public
 */
export type Outcome = 'ok' | 'partial' | 'failed' | 'invalid';

/** @public */
export interface PhaseMeaning {
  lifecycle: Lifecycle;
  /** Present only when the lifecycle is `finished`. */
  outcome?: Outcome;
}

const meanings = new Map<string, PhaseMeaning>([
  ['', { lifecycle: 'waiting' }],
  ['New', { lifecycle: 'waiting' }],
  ['Queued', { lifecycle: 'waiting' }],
  ['ReadyToStart', { lifecycle: 'waiting' }],
  ['InProgress', { lifecycle: 'running' }],
  ['WaitingForPluginOperations', { lifecycle: 'running' }],
  ['WaitingForPluginOperationsPartiallyFailed', { lifecycle: 'running' }],
  ['Finalizing', { lifecycle: 'running' }],
  ['FinalizingPartiallyFailed', { lifecycle: 'running' }],
  ['Completed', { lifecycle: 'finished', outcome: 'ok' }],
  ['PartiallyFailed', { lifecycle: 'finished', outcome: 'partial' }],
  ['Failed', { lifecycle: 'finished', outcome: 'failed' }],
  ['FailedValidation', { lifecycle: 'finished', outcome: 'invalid' }],
  ['Deleting', { lifecycle: 'deleting' }],
]);

/**
 * The phases of a backup that this release knows, in the order in which a backup passes through them.
 *
 * @public
 */
export const backupPhases: readonly string[] = [...meanings.keys()].filter(
  Boolean,
);

/**
 * Gives the meaning of a phase as Velero writes it. A phase that this release does not know belongs to a newer
 * server and counts as running: it must never look like a good copy.
 *
 * @public
 */
export function meaningOfPhase(phase: string | undefined): PhaseMeaning {
  return meanings.get(phase ?? '') ?? { lifecycle: 'running' };
}
