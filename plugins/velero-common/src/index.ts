/**
 * The domain of Velero for Backstage: vocabulary, rules, permissions and the API client.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api/artifacts';
export * from './api/backupNow';
export * from './api/onboarding';
export * from './api/protection';
export * from './api/storage';
export * from './api/types';
export * from './api/VeleroApi';
export * from './api/VeleroClient';
export * from './scope/BackupScope';
export * from './scope/Coverage';
export { coverageOf } from './scope/coverageOf';
export type { KindList } from './scope/kindList';
export type {
  PlanWarning,
  Refusal,
  RefusalCode,
  WarningCode,
} from './onboarding/Finding';
export * from './onboarding/FleetSnapshot';
export * from './onboarding/manifests/ManifestOptions';
export * from './onboarding/manifests/manifestsOf';
export {
  MANAGED_BY,
  ownerOfObject,
  isSameOwner,
  tenantMarksOf,
  TENANT_LABELS,
} from './onboarding/ownershipMarks';
export type { ObjectOwner } from './onboarding/ownershipMarks';
export * from './onboarding/planTenant';
export * from './onboarding/readFleetObject';
export * from './onboarding/readTenantRequest';
export { scheduleInWords } from './onboarding/scheduleInWords';
export type { ScheduleInWords } from './onboarding/scheduleInWords';
export {
  defaultBucketOf,
  defaultPrefixOf,
  isTenantSecret,
} from './onboarding/tenantNames';
export { taskSecretNameOf } from './onboarding/taskSecretNameOf';
export * from './onboarding/TenantPlan';
export * from './onboarding/TenantRequest';
export { tenantSchedules } from './onboarding/tenantSchedules';
export type { ScheduleDefaults } from './onboarding/tenantSchedules';
export * from './permissions';
export * from './protection/historyOf';
export * from './protection/protectionOf';
export * from './protection/ProtectionReason';
export * from './protection/records';
export { sentenceOfReason } from './protection/sentenceOfReason';
export * from './protection/targetOf';
export * from './signals';
export type { BucketRule } from './storage/bucketRules';
export * from './storage/configKeys';
export * from './storage/CredentialForm';
export { bucketKeyOf, placesOverlap } from './storage/placesOverlap';
export type { LocatedPlace, PlaceOverlap } from './storage/placesOverlap';
export * from './storage/StorageProvider';
export * from './storage/storageProviders';
export * from './storage/storageServiceOf';
export * from './storage/storageServices';
export * from './storage/storeOf';
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
