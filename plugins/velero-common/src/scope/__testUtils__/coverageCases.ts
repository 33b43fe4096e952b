import { CoverageRow } from './CoverageRow';
import { namespaceRows } from './namespaceRows';
import { partRows } from './partRows';

/** The rows of the table, by section. */
export const coverageCases: Record<string, CoverageRow[]> = {
  ...namespaceRows,
  ...partRows,
};
