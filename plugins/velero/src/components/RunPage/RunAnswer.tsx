import { ReactNode } from 'react';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';

interface RunAnswerProps<TRun> {
  query: LiveQuery<TRun>;
  what: string;
  children(run: TRun): ReactNode;
}

/** A backup or restore, in all the states that the question for it can be in. */
export function RunAnswer<TRun>(props: RunAnswerProps<TRun>) {
  const { query, what, children } = props;
  if (query.error && !query.value) {
    return <QueryErrorNotice error={query.error} onRetry={query.retry} />;
  }
  if (!query.value || query.outdated) {
    return <LoadingRows what={what} rows={8} />;
  }
  return (
    <>
      <StaleRowsNotice query={query} />
      {children(query.value)}
    </>
  );
}
