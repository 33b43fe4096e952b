import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { FileGate } from '../RunPage/FileGate';
import { RunReference } from '../RunPage/RunReference';
import { Notice } from '../ui/Notice';
import { Section } from '../ui/Section';
import { LogView } from './LogView';

/** The log of a backup or restore; not of a shared one, as it names what is in the namespaces of others. */
export function LogTab(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('page.tab.log')} level={3}>
      {run.shared ? (
        <Notice tone="neutral" title={t('page.log.shared')}>
          {t(`page.log.sharedWhy.${run.type}`)}
        </Notice>
      ) : (
        <FileGate run={run} what={t('page.log.noun')}>
          <LogView run={run} />
        </FileGate>
      )}
    </Section>
  );
}
