import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readRunSpec, RestoreDetails } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { ClusterFreshnessList } from '../ClusterFreshness/ClusterFreshnessList';
import { FactSections } from '../RunPage/FactSections';
import { markFacts } from '../RunPage/markFacts';
import { RunFailure } from '../RunPage/RunFailure';
import { referenceOf } from '../RunPage/RunReference';
import { SharedNotice } from '../RunPage/SharedNotice';
import { useHookFacts } from '../RunPage/useHookFacts';
import { useSelectionFacts } from '../RunPage/useSelectionFacts';
import { useOriginFacts } from './useOriginFacts';
import { useRestoreFacts, useRestoreTimeFacts } from './useRestoreFacts';
import { useTreatmentFacts } from './useTreatmentFacts';

/** All that Velero describes of a restore, in words. */
export function RestoreOverview(props: { restore: RestoreDetails }) {
  const { restore } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const spec = readRunSpec(restore.spec);
  return (
    <>
      <SharedNotice run={referenceOf('restore', restore)} />
      <RunFailure run={restore} />
      <FactSections
        sections={[
          { title: t('page.section.result'), facts: useRestoreFacts(restore) },
          {
            title: t('page.section.time'),
            facts: useRestoreTimeFacts(restore, spec),
          },
          {
            title: t('page.section.origin'),
            facts: useOriginFacts(restore),
            footer: <ClusterFreshnessList clusters={[restore.freshness]} />,
          },
          {
            title: t('page.section.restores'),
            facts: useSelectionFacts(spec, restore),
          },
          {
            title: t('page.section.treatment'),
            facts: useTreatmentFacts(spec, restore),
          },
          {
            title: t('page.section.hooks'),
            facts: useHookFacts(spec, restore),
          },
          { title: t('details.labels'), facts: markFacts(restore.labels) },
        ]}
      />
    </>
  );
}
