import { ContractCase } from '../ContractCase';
import { backupDeletion } from './backupDeletion';

export const allCases: ContractCase[] = [...backupDeletion];
