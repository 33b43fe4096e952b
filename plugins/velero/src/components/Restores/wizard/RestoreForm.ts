import {
  BackupSummary,
  RestorePreview,
  RestoreWish,
} from 'backstage-plugin-velero-common';
import { LiveQuery } from '../../../hooks/useLiveQuery';
import { SettledQuery } from '../../../hooks/useSettledQuery';
import { RestoreDraft } from './RestoreDraft';
import { FormProblems } from './problemsOf';
import { RestorePoints } from './useRestorePoints';

/** What each step of the wizard works with. */
export interface RestoreForm {
  entityRef: string;
  draft: RestoreDraft;
  change(values: Partial<RestoreDraft>): void;
  points: RestorePoints;
  /** The chosen restore point; absent until it is known, and when it is gone. */
  point?: BackupSummary;
  /** The same as other clusters have it, the chosen one among them. */
  copies: BackupSummary[];
  copiesQuery: LiveQuery<unknown>;
  /** Absent until a restore point is known. */
  wish?: RestoreWish;
  problems: FormProblems;
  preview: SettledQuery<RestorePreview>;
  /** Whether the reader may ask for all of a backup. */
  offersWhole: boolean;
}
