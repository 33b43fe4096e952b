import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RunSpec, RunTallies, Tally } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { useChoiceText } from '../RunPage/useSelectionFacts';
import { Fact } from '../ui/FactList';

/** How the data of volumes is taken, and how many snapshots were made. */
export function useVolumeFacts(
  spec: RunSpec,
  run: RunTallies & { shared: boolean },
): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const tally = useTallyText();
  const means = useMeansFacts(spec);
  return [
    {
      name: t('page.fact.snapshots'),
      value: useChoiceText(spec.snapshotVolumes, t('page.auto')),
    },
    {
      name: t('page.fact.copyFiles'),
      value: useChoiceText(spec.copyFiles, t('page.no')),
    },
    {
      name: t('page.fact.moveData'),
      value: useChoiceText(spec.moveSnapshotData, t('page.no')),
    },
    ...(run.shared ? [] : means),
    { name: t('page.fact.nativeTally'), value: tally(run.nativeSnapshots) },
    { name: t('page.fact.csiTally'), value: tally(run.csiSnapshots) },
    { name: t('page.fact.operations'), value: tally(run.operations) },
  ];
}

function useMeansFacts(spec: RunSpec): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return [
    {
      name: t('page.fact.dataMover'),
      value: spec.dataMover ?? t('page.builtIn'),
    },
    {
      name: t('page.fact.snapshotLocations'),
      value: spec.snapshotLocations.join(', ') || t('page.defaultValue'),
    },
    {
      name: t('page.fact.resourcePolicy'),
      value: spec.resourcePolicy ?? t('page.none'),
    },
    {
      name: t('page.fact.parallelFiles'),
      value: spec.parallelFiles?.toString() ?? t('page.defaultValue'),
    },
  ];
}

/** Gives a function that says how often something was tried, and how it went. */
export function useTallyText(): (tally: Tally | undefined) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  return tally =>
    tally
      ? t('page.tally', {
          completed: String(tally.completed ?? 0),
          attempted: String(tally.attempted),
        }) +
        (tally.failed
          ? `, ${t('page.tallyFailed', { failed: String(tally.failed) })}`
          : '')
      : t('page.none');
}
