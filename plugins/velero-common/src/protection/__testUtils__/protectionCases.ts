import { failingSections } from './failingRows';
import { keptRows } from './keptRows';
import { lateRows } from './lateRows';
import { partialRows } from './partialRows';
import { ProtectionRow } from './ProtectionRow';
import { unknownSections } from './unknownRows';
import { unprotectedRows } from './unprotectedRows';

/** The rows of the table, by section. */
export const protectionCases: Record<string, ProtectionRow[]> = {
  'Schedules that work': keptRows,
  'Copies of a part': partialRows,
  'Copies that are too old': lateRows,
  ...failingSections,
  'Nothing makes copies': unprotectedRows,
  ...unknownSections,
};
