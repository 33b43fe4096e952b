import { Coverage, Extent } from '../scope/Coverage';
import { intendedCoverageOf } from '../scope/coverageOf';
import { JudgedBackup } from './judgeBackup';

/** The two parts of a namespace, which different schedules may take care of. */
export type Part = 'objects' | 'volumes';

export const PARTS: readonly Part[] = ['objects', 'volumes'];

/** The newest good copies of a part: of all of it, and of at least some of it. */
export interface PartCopies {
  full?: JudgedBackup;
  partial?: JudgedBackup;
}

/** What one source of backups has made of a namespace. */
export interface CopySet extends Record<Part, PartCopies> {
  /** The newest finished backup that holds the namespace, good or not. */
  newest?: JudgedBackup;
}

/**
 * Picks the copies of a namespace among the backups of one source.
 *
 * @param backups - the newest first
 * @param wanted - what the source can give; the search ends when that is found
 */
export function copySetOf(
  backups: JudgedBackup[],
  namespace: string,
  wanted: Pick<Coverage, Part>,
): CopySet {
  const set: CopySet = { objects: {}, volumes: {} };
  for (const backup of backups) {
    // A backup that was refused holds nothing, but it was meant to.
    const coverage = intendedCoverageOf(backup.record.scope, namespace);
    if (coverage.extent === 'none') {
      continue;
    }
    set.newest ??= backup;
    if (!backup.flaw) {
      PARTS.forEach(part => note(set[part], coverage[part], backup));
    }
    if (PARTS.every(part => isFound(set[part], wanted[part]))) {
      break;
    }
  }
  return set;
}

function note(copies: PartCopies, extent: Extent, backup: JudgedBackup) {
  if (extent !== 'none') {
    copies.partial ??= backup;
  }
  if (extent === 'full') {
    copies.full ??= backup;
  }
}

function isFound(copies: PartCopies, wanted: Extent): boolean {
  return wanted === 'none' || copies[wanted] !== undefined;
}

/** The newest of some copies. */
export function newestOf(
  backups: Array<JudgedBackup | undefined>,
): JudgedBackup | undefined {
  return backups.reduce(
    (newest, backup) =>
      backup && (!newest || backup.time > newest.time) ? backup : newest,
    undefined,
  );
}
