import { AccessRow } from './AccessRow';
import { entityRows } from './entityRows';
import { restoreRows } from './restoreRows';
import { runRows } from './runRows';
import { tenantRows } from './tenantRows';

/** What every route answers to whom: run by a test, and shown in the docs. */
export const accessMatrix: AccessRow[] = [
  ...entityRows,
  ...runRows,
  ...restoreRows,
  ...tenantRows,
];
