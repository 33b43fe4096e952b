import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupDetails, readRunSpec } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { ClusterFreshnessList } from '../ClusterFreshness/ClusterFreshnessList';
import { FactSections } from '../RunPage/FactSections';
import { RunFailure } from '../RunPage/RunFailure';
import { referenceOf } from '../RunPage/RunReference';
import { SharedNotice } from '../RunPage/SharedNotice';
import { useHookFacts } from '../RunPage/useHookFacts';
import { markFacts } from '../RunPage/markFacts';
import { useSelectionFacts } from '../RunPage/useSelectionFacts';
import { usePlaceFacts, useResultFacts, useTimeFacts } from './useBackupFacts';
import { useVolumeFacts } from './useVolumeFacts';

/** All that Velero describes of a backup, in words. */
export function BackupOverview(props: { backup: BackupDetails }) {
  const { backup } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const spec = readRunSpec(backup.spec);
  return (
    <>
      <SharedNotice run={referenceOf('backup', backup)} />
      <RunFailure run={backup} />
      <FactSections
        sections={[
          { title: t('page.section.result'), facts: useResultFacts(backup) },
          { title: t('page.section.time'), facts: useTimeFacts(backup, spec) },
          {
            title: t('page.section.takes'),
            facts: useSelectionFacts(spec, backup),
          },
          {
            title: t('page.section.volumes'),
            facts: useVolumeFacts(spec, backup),
          },
          { title: t('page.section.hooks'), facts: useHookFacts(spec, backup) },
          {
            title: t('page.section.place'),
            facts: usePlaceFacts(backup),
            footer: <ClusterFreshnessList clusters={[backup.freshness]} />,
          },
          { title: t('details.labels'), facts: markFacts(backup.labels) },
          {
            title: t('page.section.annotations'),
            facts: markFacts(backup.annotations),
          },
        ]}
      />
    </>
  );
}
