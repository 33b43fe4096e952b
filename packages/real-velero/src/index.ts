export type {
  ManagedProcess,
  NetworkFaults,
  RealCluster,
  RealObjectStore,
  RealVelero,
  RealVeleroOptions,
} from './RealVelero';
export { SetupError } from './SetupError';
export { startRealVelero } from './startRealVelero';
export { buildTools, findBuiltTools } from './tools/buildTools';
export type { BuildToolsOptions, Tools } from './tools/buildTools';
