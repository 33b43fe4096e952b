import Typography from '@material-ui/core/Typography';
import { EntityResponse } from 'backstage-plugin-velero-common';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { PartialNotice } from '../ClusterFreshness/PartialNotice';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { Section } from './Section';
import { SimpleColumn, SimpleTable } from './SimpleTable';

interface LiveTableProps<TRow> {
  title: string;
  label: string;
  /** What an empty list means. */
  empty: string;
  columns: SimpleColumn<TRow>[];
  query: LiveQuery<EntityResponse<TRow>>;
  rowKey(row: TRow): string;
}

/** A section with one short list, in all the states that its query can be in. */
export function LiveTable<TRow>(props: LiveTableProps<TRow>) {
  return (
    <Section title={props.title}>
      <StaleRowsNotice query={props.query} />
      <LiveRows {...props} />
    </Section>
  );
}

function LiveRows<TRow>(props: LiveTableProps<TRow>) {
  const { value, error, retry } = props.query;
  if (!value) {
    return error ? (
      <QueryErrorNotice error={error} onRetry={retry} />
    ) : (
      <LoadingRows what={props.title} />
    );
  }
  if (value.items.length === 0) {
    return (
      <>
        <PartialNotice clusters={value.clusters} />
        <Typography>{props.empty}</Typography>
      </>
    );
  }
  return (
    <SimpleTable
      label={props.label}
      columns={props.columns}
      rows={value.items}
      rowKey={props.rowKey}
    />
  );
}
