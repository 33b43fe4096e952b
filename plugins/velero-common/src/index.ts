/**
 * The domain of Velero for Backstage: vocabulary, rules, permissions and the API client.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api/artifacts';
export * from './api/backupNow';
export * from './api/protection';
export * from './api/types';
export * from './api/VeleroApi';
export * from './api/VeleroClient';
export * from './scope/BackupScope';
export * from './scope/Coverage';
export { coverageOf } from './scope/coverageOf';
export type { KindList } from './scope/kindList';
export * from './permissions';
export * from './protection/historyOf';
export * from './protection/protectionOf';
export * from './protection/ProtectionReason';
export * from './protection/records';
export { sentenceOfReason } from './protection/sentenceOfReason';
export * from './protection/targetOf';
export * from './signals';
export * from './storage/storageServiceOf';
export * from './storage/storageServices';
export * from './velero/backup';
export * from './velero/backupName';
export type { CronField, CronFields } from './velero/cron/cronFields';
export * from './velero/cron/intervalOf';
export * from './velero/cron/nextRuns';
export * from './velero/cron/parseCron';
export * from './velero/goDuration';
export * from './velero/isoDuration';
export * from './velero/keepFor';
export * from './velero/namespaceSelection';
export * from './velero/phase';
export * from './velero/restore';
export * from './velero/resultText';
export * from './velero/runSpec';
export * from './velero/runTallies';
export * from './velero/schedule';
export * from './velero/storageLocation';
export * from './velero/storagePlace';
export * from './velero/storedBackupIdentity';
export * from './velero/undecodableDuration';
