import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { veleroTranslationRef } from '../../../translation';
import { useRestoreOptions } from '../useRestoreOptions';
import { useRestorePreview } from '../useRestorePreview';
import { canBePreviewed, problemsOf } from './problemsOf';
import { wishOf } from './RestoreDraft';
import { RestoreForm } from './RestoreForm';
import { newestGood } from './restorePoints';
import { RestoreDraftState } from './useRestoreDraft';
import { useCopies, useRestorePoints } from './useRestorePoints';
import { useUsedTargets } from './useUsedTargets';

/** Brings together what was filled in, what there is to choose from, and what would come of it. */
export function useRestoreForm(options: {
  entityRef: string;
  state: RestoreDraftState;
}): RestoreForm {
  const { entityRef, state } = options;
  const { draft, change } = state;
  const { t } = useTranslationRef(veleroTranslationRef);
  const points = useRestorePoints(entityRef);
  const { point, copies, query } = useCopies(entityRef, draft.backup);
  const used = useUsedTargets(entityRef);
  useFirstChoice(points.items, state);
  const wish = point && wishOf(draft, point, used);
  const unreadable = t('restoreWizard.how.labelsProblem');
  const problems = problemsOf(draft, wish, unreadable);
  const question = canBePreviewed(problems) ? wish : undefined;
  return {
    entityRef,
    draft,
    change,
    points,
    point,
    copies,
    copiesQuery: query,
    wish,
    problems,
    preview: useRestorePreview(question, entityRef),
    offersWhole: useRestoreOptions().wholeBackup ?? false,
  };
}

/** Newer backups that come while somebody fills in change nothing about what was looked at. */
function useFirstChoice(
  points: RestoreForm['points']['items'],
  { draft, change }: RestoreDraftState,
) {
  const first = draft.backup ? undefined : newestGood(points);
  useEffect(() => {
    if (first) {
      const { cluster, veleroNamespace, name } = first;
      change({ backup: { cluster, veleroNamespace, name } });
    }
  }, [first, change]);
}
