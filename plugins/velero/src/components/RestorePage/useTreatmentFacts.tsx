import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreDetails, RunSpec } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { useChoiceText } from '../RunPage/useSelectionFacts';
import { Fact } from '../ui/FactList';

/** What a restore does with what it finds, and what it changes on the way. */
export function useTreatmentFacts(
  spec: RunSpec,
  restore: RestoreDetails,
): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const changes = useChangeFacts(spec);
  return [
    {
      name: t('restores.column.existing'),
      value: t(
        restore.existingResourcePolicy === 'update'
          ? 'restores.updated'
          : 'restores.kept',
      ),
    },
    {
      name: t('page.fact.restorePVs'),
      value: useChoiceText(restore.restorePVs, t('page.auto')),
    },
    {
      name: t('page.fact.nodePorts'),
      value: useChoiceText(spec.preserveNodePorts, t('page.auto')),
    },
    ...(restore.shared ? [] : changes),
  ];
}

function useChangeFacts(spec: RunSpec): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const mapped = Object.entries(spec.namespaceMapping).map(([source, target]) =>
    t('restores.mapped', { source, target }),
  );
  return [
    {
      name: t('page.fact.mapping'),
      value: mapped.join(', ') || t('page.none'),
    },
    {
      name: t('page.fact.modifier'),
      value: spec.resourceModifier ?? t('page.none'),
    },
    {
      name: t('page.fact.restoreStatus'),
      value: spec.restoreStatusOf.join(', ') || t('page.none'),
    },
    {
      name: t('page.fact.parallelFiles'),
      value: spec.parallelFiles?.toString() ?? t('page.defaultValue'),
    },
    {
      name: t('page.fact.sparseFiles'),
      value: useChoiceText(spec.writeSparseFiles, t('page.no')),
    },
  ];
}
