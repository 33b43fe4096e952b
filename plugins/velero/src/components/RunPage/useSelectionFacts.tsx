import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RunSpec } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Fact } from '../ui/FactList';

/** What the filters of a spec take, also where they say nothing. Of a shared one only what is the reader's. */
export function useSelectionFacts(
  spec: RunSpec,
  run: { shared: boolean },
): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const kinds = useKindFacts(spec);
  if (run.shared) {
    return kinds;
  }
  const { includedNamespaces, excludedNamespaces } = spec;
  const ordered = Object.entries(spec.orderedResources).map(
    ([kind, names]) => `${kind}: ${names}`,
  );
  return [
    {
      name: t('page.fact.includedNamespaces'),
      value: listText(includedNamespaces, t('page.all')),
    },
    {
      name: t('page.fact.excludedNamespaces'),
      value: listText(excludedNamespaces, t('page.none')),
    },
    ...kinds,
    {
      name: t('page.fact.selector'),
      value: spec.selector || t('page.none'),
    },
    {
      name: t('page.fact.orSelectors'),
      value: spec.orSelectors.join(' | ') || t('page.none'),
    },
    ...(ordered.length > 0
      ? [{ name: t('page.fact.ordered'), value: ordered.join('; ') }]
      : []),
  ];
}

function useKindFacts(spec: RunSpec): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const old = useOldKindFacts(spec);
  const isNew = [
    spec.includedNamespacedKinds,
    spec.excludedNamespacedKinds,
    spec.includedClusterKinds,
    spec.excludedClusterKinds,
  ].some(list => list.length > 0);
  if (!isNew) {
    return old;
  }
  return [
    {
      name: t('page.fact.includedNamespacedKinds'),
      value: listText(spec.includedNamespacedKinds, t('page.all')),
    },
    {
      name: t('page.fact.excludedNamespacedKinds'),
      value: listText(spec.excludedNamespacedKinds, t('page.none')),
    },
    {
      name: t('page.fact.includedClusterKinds'),
      value: listText(spec.includedClusterKinds, t('page.asNeeded')),
    },
    {
      name: t('page.fact.excludedClusterKinds'),
      value: listText(spec.excludedClusterKinds, t('page.none')),
    },
  ];
}

function useOldKindFacts(spec: RunSpec): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      name: t('page.fact.includedResources'),
      value: listText(spec.includedResources, t('page.all')),
    },
    {
      name: t('page.fact.excludedResources'),
      value: listText(spec.excludedResources, t('page.none')),
    },
    {
      name: t('page.fact.clusterResources'),
      value: useChoiceText(spec.includeClusterResources, t('page.asNeeded')),
    },
  ];
}

/** Says yes, no, or what Velero does where nothing is said. */
export function useChoiceText(
  choice: boolean | undefined,
  otherwise: string,
): string {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (choice === undefined) {
    return otherwise;
  }
  return choice ? t('page.yes') : t('page.no');
}

function listText(list: string[], empty: string): string {
  return list.join(', ') || empty;
}
