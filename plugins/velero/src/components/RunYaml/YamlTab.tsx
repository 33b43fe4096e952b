import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BackupDetails, RestoreDetails } from 'backstage-plugin-velero-common';
import { useMemo } from 'react';
import { veleroTranslationRef } from '../../translation';
import { RunReference } from '../RunPage/RunReference';
import { SharedNotice } from '../RunPage/SharedNotice';
import { Section } from '../ui/Section';
import { manifestOf } from './manifestOf';
import { YamlText } from './YamlText';

interface YamlTabProps {
  run: RunReference;
  object: BackupDetails | RestoreDetails;
}

/** The object as a cluster would print it, as far as it may be shown. */
export function YamlTab(props: YamlTabProps) {
  const { run, object } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const manifest = useMemo(
    () => manifestOf(run.type, object),
    [run.type, object],
  );
  return (
    <Section title={t('page.tab.yaml')} level={3}>
      <SharedNotice run={run} />
      <YamlText
        label={t('page.yaml.of', { name: run.key.name })}
        value={manifest}
      />
    </Section>
  );
}
