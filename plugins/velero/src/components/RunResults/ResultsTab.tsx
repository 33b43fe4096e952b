import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ResultsResponse } from 'backstage-plugin-velero-common';
import { useFileQuery } from '../../hooks/useFileQuery';
import { useRunFiles } from '../../hooks/useRunFiles';
import { veleroTranslationRef } from '../../translation';
import { FileAnswer } from '../RunPage/FileAnswer';
import { FileGate } from '../RunPage/FileGate';
import { RunFailure } from '../RunPage/RunFailure';
import { RunReference } from '../RunPage/RunReference';
import { SharedNotice } from '../RunPage/SharedNotice';
import { Notice } from '../ui/Notice';
import { Section } from '../ui/Section';
import { groupResults } from './groupResults';
import { ResultGroupView } from './ResultGroupView';

/** The errors and warnings of a backup or restore, grouped by what they are about. */
export function ResultsTab(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('page.tab.results')} level={3}>
      <SharedNotice run={run} />
      <RunFailure run={run} />
      <FileGate run={run} what={t('page.results.noun')}>
        <Results run={run} />
      </FileGate>
    </Section>
  );
}

function Results(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const files = useRunFiles(run);
  const query = useFileQuery({
    key: JSON.stringify([run.type, run.key]),
    load: signal => files.results({ signal }),
  });
  return (
    <FileAnswer query={query} what={t('page.results.noun')}>
      {answer => <ResultGroups answer={answer} />}
    </FileAnswer>
  );
}

function ResultGroups(props: { answer: ResultsResponse }) {
  const { items, truncated, withheld = 0 } = props.answer;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {withheld > 0 && (
        <Notice
          tone="neutral"
          title={t('page.results.withheld', { count: withheld })}
        >
          {t('page.results.withheldWhy')}
        </Notice>
      )}
      {items.length === 0 && <Typography>{t('page.results.empty')}</Typography>}
      {groupResults(items).map(group => (
        <ResultGroupView
          key={`${group.severity} ${group.scope} ${group.namespace}`}
          group={group}
        />
      ))}
      {truncated && (
        <Typography variant="body2">{t('page.results.truncated')}</Typography>
      )}
    </>
  );
}
