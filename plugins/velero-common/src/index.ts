/**
 * The domain of Velero for Backstage: vocabulary, rules, permissions and the API client.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api/artifacts';
export * from './api/backupNow';
export * from './api/drills';
export * from './api/onboarding';
export * from './api/protection';
export * from './api/restoreRequests';
export * from './api/schedules';
export * from './api/storage';
export * from './api/tenants';
export * from './api/types';
export * from './api/VeleroApi';
export * from './api/VeleroClient';
export type { VeleroDiscovery, VeleroFetch } from './api/VeleroRequests';
export * from './scope/BackupScope';
export * from './scope/Coverage';
export { coverageOf } from './scope/coverageOf';
export type { KindList } from './scope/kindList';
export * from './onboarding/catalogNames';
export type {
  PlanWarning,
  Refusal,
  RefusalCode,
  WarningCode,
} from './input/Finding';
export * from './markdown/codeBlock';
export * from './net/isNeverStore';
export * from './onboarding/FleetSnapshot';
export * from './onboarding/lastExpiryInWords';
export * from './onboarding/manifests/ManifestOptions';
export * from './onboarding/manifests/manifestRefusals';
export * from './onboarding/manifests/manifestsOf';
export * from './onboarding/manifests/manifestWarnings';
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
export { defaultBucketOf, defaultPrefixOf } from './onboarding/tenantNames';
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
export * from './schedules/checkScheduleTimes';
export * from './schedules/scheduleNameFor';
export * from './signals';
export { canonicalJson } from './restore/canonicalJson';
export { drillContentsOf } from './restore/drill/DrillContents';
export type { DrillContents } from './restore/drill/DrillContents';
export * from './restore/drill/drillCronProblem';
export {
  drillNamespaceOf,
  isDrillNamespace,
} from './restore/drill/drillNamespace';
export * from './restore/drill/DrillResult';
export * from './restore/drill/drillResultOf';
export * from './restore/drill/judgeRemoval';
export * from './restore/evaluateRestore';
export { isPassing } from './restore/isPassing';
export * from './restore/approvingOwnersOf';
export { isProtectedNamespace } from './restore/isProtectedNamespace';
export * from './restore/judgeApprovals';
export type { KindFate, LeftBecause } from './restore/kindsToRestore';
export * from './restore/policy/defaultRestorePolicy';
export * from './restore/policy/readRestorePolicies';
export { resourceName } from './restore/policy/kindPattern';
export * from './restore/policy/RestorePolicy';
export { busyPhrase } from './restore/busyPhrase';
export { maySeeContents } from './restore/maySeeContents';
export { mayTell } from './restore/mayTell';
export * from './restore/prospect/RestoreFact';
export * from './restore/prospect/RestoreProspect';
export { tellProspect } from './restore/prospect/tellProspect';
export * from './restore/readRestoreWish';
export * from './restore/RestoreBinding';
export type {
  CheckLevel,
  RestoreCheck,
  RestoreCheckId,
} from './restore/RestoreCheck';
export * from './restore/RestoreSnapshot';
export type { RestoreSpec } from './restore/restoreSpecOf';
export * from './restore/restoreStates';
export * from './restore/RestoreWish';
export type { BucketRule } from './storage/bucketRules';
export * from './storage/configKeys';
export * from './storage/CredentialForm';
export { urlOfEndpoint } from './storage/endpointUrl';
export { placesOverlap } from './storage/placesOverlap';
export type { PlaceOverlap } from './storage/placesOverlap';
export { bucketKeyOf, keyOfStoragePlace } from './storage/storagePlace';
export type { StoragePlace } from './storage/storagePlace';
export * from './storage/StorageProvider';
export * from './storage/storageProviders';
export * from './storage/storageServiceOf';
export * from './storage/storageServices';
export * from './storage/storeOf';
export * from './velero/backup';
export { backupNameOf } from './velero/backupName';
export type { CronField, CronFields } from './velero/cron/cronFields';
export * from './velero/cron/intervalOf';
export * from './velero/cron/nextRuns';
export * from './velero/cron/parseCron';
export * from './velero/formatBytes';
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
export * from './velero/undecodableDuration';
