import { ContractCase } from '../ContractCase';
import { backupDeletion } from './backupDeletion';
import { rights } from './rights';

export const allCases: ContractCase[] = [...backupDeletion, ...rights];
