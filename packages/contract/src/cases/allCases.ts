import { ContractCase } from '../ContractCase';
import { authorization } from './authorization';
import { backupClusterResources } from './backupClusterResources';
import { backupContents } from './backupContents';
import { backupDeletion } from './backupDeletion';
import { backupFilters } from './backupFilters';
import { backupLife } from './backupLife';
import { backupNames } from './backupNames';
import { backupQueue } from './backupQueue';
import { backupRunning } from './backupRunning';
import { backupValidation } from './backupValidation';
import { builtInObjects } from './builtInObjects';
import { deletionFailures } from './deletionFailures';
import { discovery } from './discovery';
import { downloads } from './downloads';
import { drillRights } from './drillRights';
import { expiry } from './expiry';
import { interruptions } from './interruptions';
import { kubectlKustomize } from './kubectlKustomize';
import { kubectlReading } from './kubectlReading';
import { kubectlWriting } from './kubectlWriting';
import { listVersions } from './listVersions';
import { lists } from './lists';
import { locationAuthorities } from './locationAuthorities';
import { locationProblems } from './locationProblems';
import { locationRefusals } from './locationRefusals';
import { locations } from './locations';
import { namespaces } from './namespaces';
import { objectDeletion } from './objectDeletion';
import { objectPatches } from './objectPatches';
import { objectValidation } from './objectValidation';
import { objects } from './objects';
import { podVolumeRestores } from './podVolumeRestores';
import { podVolumes } from './podVolumes';
import { poison } from './poison';
import { onboarding } from './onboarding';
import { onboardingRefusals } from './onboardingRefusals';
import { portal } from './portal';
import { regions } from './regions';
import { restoreAdmission } from './restoreAdmission';
import { restoreExisting } from './restoreExisting';
import { restoreFiles } from './restoreFiles';
import { restoreFilters } from './restoreFilters';
import { restoreDrills } from './restoreDrills';
import { restoreClaims } from './restoreClaims';
import { restorePreviews } from './restorePreviews';
import { restoreRequests } from './restoreRequests';
import { restoreRestart } from './restoreRestart';
import { restoreSources } from './restoreSources';
import { restoreValidation } from './restoreValidation';
import { restores } from './restores';
import { rights } from './rights';
import { roles } from './roles';
import { scheduleHeritage } from './scheduleHeritage';
import { schedulePauses } from './schedulePauses';
import { scheduleValidation } from './scheduleValidation';
import { schedules } from './schedules';
import { serverRestart } from './serverRestart';
import { serverSideApply } from './serverSideApply';
import { serverStatus } from './serverStatus';
import { synchronisation } from './synchronisation';
import { veleroCliBackups } from './veleroCliBackups';
import { veleroCliLocations } from './veleroCliLocations';
import { veleroCliRestores } from './veleroCliRestores';
import { veleroCliSchedules } from './veleroCliSchedules';
import { watches } from './watches';
import { watchStreams } from './watchStreams';

export const allCases: ContractCase[] = [
  // These wait for what Velero does each minute: what begins first is not waited for in the end.
  ...synchronisation,
  ...regions,
  ...expiry,
  ...schedules,
  ...schedulePauses,
  ...scheduleHeritage,
  ...authorization,
  ...backupClusterResources,
  ...backupContents,
  ...backupDeletion,
  ...backupFilters,
  ...backupLife,
  ...backupNames,
  ...backupQueue,
  ...backupRunning,
  ...backupValidation,
  ...builtInObjects,
  ...deletionFailures,
  ...discovery,
  ...downloads,
  ...interruptions,
  ...kubectlKustomize,
  ...kubectlReading,
  ...kubectlWriting,
  ...listVersions,
  ...lists,
  ...locationAuthorities,
  ...locationProblems,
  ...locationRefusals,
  ...locations,
  ...namespaces,
  ...objectDeletion,
  ...objectPatches,
  ...objectValidation,
  ...objects,
  ...podVolumes,
  ...podVolumeRestores,
  ...poison,
  ...portal,
  ...onboarding,
  ...onboardingRefusals,
  ...restoreAdmission,
  ...restoreExisting,
  ...restoreFiles,
  ...restoreFilters,
  ...restoreRequests,
  ...restoreDrills,
  ...restoreClaims,
  ...restorePreviews,
  ...restoreRestart,
  ...restoreSources,
  ...restoreValidation,
  ...restores,
  ...rights,
  ...drillRights,
  ...roles,
  ...scheduleValidation,
  ...serverRestart,
  ...serverSideApply,
  ...serverStatus,
  ...veleroCliBackups,
  ...veleroCliLocations,
  ...veleroCliRestores,
  ...veleroCliSchedules,
  ...watches,
  ...watchStreams,
];
