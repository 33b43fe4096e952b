export type { AccessRule, SandboxUser } from './api/access/SandboxUser';
export type { DirectObject } from './api/DirectObjects';
export type { KubernetesObject } from './api/KubernetesObject';
export type { ResourceName } from './api/ResourceType';
export type { ClusterFaults } from './faults/ClusterFaults';
export type { SandboxCluster } from './SandboxCluster';
export type {
  SandboxClusterOptions,
  SandboxOptions,
  SandboxTiming,
} from './SandboxOptions';
export { demoFleet } from './scenarios/demoFleet';
export { generateBackups } from './scenarios/generateBackups';
export type { GenerateBackupsOptions } from './scenarios/generateBackups';
export { addOddBackups, ODD_BACKUPS } from './scenarios/oddBackups';
export type { OddBackup } from './scenarios/oddBackups';
export { startSandbox } from './startSandbox';
export type { Sandbox } from './startSandbox';
