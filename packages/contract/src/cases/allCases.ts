import { ContractCase } from '../ContractCase';
import { backupClusterResources } from './backupClusterResources';
import { backupContents } from './backupContents';
import { backupDeletion } from './backupDeletion';
import { backupFilters } from './backupFilters';
import { backupLife } from './backupLife';
import { backupNames } from './backupNames';
import { backupQueue } from './backupQueue';
import { backupValidation } from './backupValidation';
import { deletionFailures } from './deletionFailures';
import { downloads } from './downloads';
import { expiry } from './expiry';
import { locationProblems } from './locationProblems';
import { locations } from './locations';
import { poison } from './poison';
import { portal } from './portal';
import { restoreValidation } from './restoreValidation';
import { restores } from './restores';
import { rights } from './rights';
import { scheduleHeritage } from './scheduleHeritage';
import { schedulePauses } from './schedulePauses';
import { scheduleValidation } from './scheduleValidation';
import { schedules } from './schedules';
import { serverRestart } from './serverRestart';
import { serverStatus } from './serverStatus';

export const allCases: ContractCase[] = [
  ...backupClusterResources,
  ...backupContents,
  ...backupDeletion,
  ...backupFilters,
  ...backupLife,
  ...backupNames,
  ...backupQueue,
  ...backupValidation,
  ...deletionFailures,
  ...downloads,
  ...expiry,
  ...locationProblems,
  ...locations,
  ...poison,
  ...portal,
  ...restoreValidation,
  ...restores,
  ...rights,
  ...scheduleHeritage,
  ...schedulePauses,
  ...scheduleValidation,
  ...schedules,
  ...serverRestart,
  ...serverStatus,
];
