import { ContractCase } from '../ContractCase';
import { backupDeletion } from './backupDeletion';
import { portal } from './portal';
import { rights } from './rights';

export const allCases: ContractCase[] = [
  ...backupDeletion,
  ...portal,
  ...rights,
];
