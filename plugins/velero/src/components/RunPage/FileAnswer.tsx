import { ReactNode } from 'react';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { LoadingRows } from '../states/LoadingRows';
import { FileErrorNotice } from './FileErrorNotice';

interface FileAnswerProps<T> {
  query: LiveQuery<T>;
  /** The file, as a noun. */
  what: string;
  children(value: T): ReactNode;
}

/** What a file holds, or why it cannot be shown. */
export function FileAnswer<T>(props: FileAnswerProps<T>) {
  const { query, what, children } = props;
  if (query.error) {
    return <FileErrorNotice error={query.error} onRetry={query.retry} />;
  }
  if (query.value === undefined) {
    return <LoadingRows what={what} rows={6} />;
  }
  return <>{children(query.value)}</>;
}
