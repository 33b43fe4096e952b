import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { formatCount } from '../../format/formatCount';
import { useRunFiles } from '../../hooks/useRunFiles';
import { veleroTranslationRef } from '../../translation';
import { FileErrorNotice } from '../RunPage/FileErrorNotice';
import { RunReference } from '../RunPage/RunReference';
import { LoadingRows } from '../states/LoadingRows';
import { LogCut } from './LogCut';
import { LogFilterBar } from './LogFilterBar';
import { LogLine } from './LogLine';
import { LogLines } from './LogLines';
import { LogFilter, matchesFilter, useLogFilter } from './useLogFilter';
import { LogReading, useLog } from './useLog';

/** A log as it comes, narrowed by level and text. */
export function LogView(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const files = useRunFiles(run);
  const log = useLog(JSON.stringify([run.type, run.key]), files);
  const filter = useLogFilter();
  const lines = useMatchingLines(log.lines, filter);

  if (log.total === 0 && log.state === 'reading') {
    return <LoadingRows what={t('page.log.noun')} rows={10} />;
  }
  if (log.total === 0 && log.error) {
    return <FileErrorNotice error={log.error} onRetry={log.retry} />;
  }
  return (
    <>
      <LogCut log={log} onRetry={log.retry} />
      <LogFilterBar run={run} filter={filter} files={files} />
      <LogStatus log={log} matching={lines.length} />
      {lines.length > 0 && <LogLines lines={lines} name={run.key.name} />}
    </>
  );
}

function useMatchingLines(lines: LogLine[], filter: LogFilter): LogLine[] {
  const { level, wanted } = filter;
  return useMemo(
    () => lines.filter(line => matchesFilter(line, { level, wanted })),
    [lines, level, wanted],
  );
}

/** Says how much there is, and honestly how much of it can be searched here. */
function LogStatus(props: { log: LogReading; matching: number }) {
  const { log, matching } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const kept = log.lines.length;
  return (
    <Typography variant="body2" role="status">
      {t(log.state === 'reading' ? 'page.log.reading' : 'page.log.shown', {
        shown: formatCount(matching),
        total: formatCount(log.total),
      })}
      {kept < log.total &&
        ` ${t('page.log.kept', { kept: formatCount(kept) })}`}
    </Typography>
  );
}
