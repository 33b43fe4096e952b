import { readRestoreWish, RestoreWish } from 'backstage-plugin-velero-common';
import { readLabels } from '../../../format/labelsText';
import { RestoreDraft } from './RestoreDraft';

/** What is wrong with what was typed, by the field. Only the reason may be missing until the end. */
export interface FormProblems {
  namespaces?: string;
  /** By the namespace in the backup. */
  targets: Record<string, string>;
  kinds?: string;
  labels?: string;
  reason?: string;
  ticket?: string;
}

/** Reads the wish as the backend would. */
export function problemsOf(
  draft: RestoreDraft,
  wish: RestoreWish | undefined,
  unreadable: string,
): FormProblems {
  const { refusals } = readRestoreWish(wish ?? {});
  const about = (start: string) =>
    refusals.find(({ field }) => field.startsWith(start))?.message;
  const isUnnamed = wish?.namespaces.length === 0 && !draft.whole;
  const targets = (wish?.namespaces ?? []).flatMap(({ source }, i) => {
    const problem = about(`namespaces[${i}].target`);
    return problem ? [[source, problem]] : [];
  });
  return {
    namespaces: isUnnamed ? about('namespaces') : undefined,
    targets: Object.fromEntries(targets),
    kinds: about('kinds'),
    labels:
      draft.labels !== '' && !readLabels(draft.labels)
        ? unreadable
        : about('labels'),
    reason: about('reason'),
    ticket: about('ticket'),
  };
}

/** True when the backend can be asked what would come of it. */
export function canBePreviewed(problems: FormProblems): boolean {
  const { namespaces, targets, kinds, labels } = problems;
  const isAnyTarget = Object.keys(targets).length > 0;
  return !namespaces && !isAnyTarget && !kinds && !labels;
}
