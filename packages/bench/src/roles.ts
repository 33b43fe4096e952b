/** What the processes of a benchmark tell each other. The parts run apart, so that none slows another's event loop. */

/** The namespace that the benchmarks ask for. */
export const PROBED_NAMESPACE = 'team-7';

/** How the backend reaches a cluster. */
export interface ClusterAccess {
  name: string;
  url: string;
  token: string;
}

/** What simulated clusters say when they are ready. */
export interface SandboxReady {
  clusters: ClusterAccess[];
  /** Value of `velero.io/namespaces` of the component `service`. */
  claims: string;
}

/** What the parent asks of the sandbox. */
export type SandboxRequest =
  | { ask: 'requests' }
  | { ask: 'change'; name: string; items: number }
  /** Changes backups at a steady rate until told to stop with 0. */
  | { ask: 'churn'; perSecond: number };

/** What the parent asks of the backend; `reset` forgets what the event loop has been through. */
export type BackendRequest = { ask: 'reset' } | { ask: 'measure' };

/** What the backend has measured. Times are milliseconds. */
export interface BackendMeasures {
  eventLoopP999: number;
  eventLoopMax: number;
  rssMegabytes: number;
  /** The most since the last reset. */
  peakRssMegabytes: number;
  rowsWritten: number;
}
