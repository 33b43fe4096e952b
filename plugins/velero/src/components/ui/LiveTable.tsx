import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import {
  ClusterFreshness,
  EntityResponse,
} from 'backstage-plugin-velero-common';
import { LiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { emptyKind } from '../states/emptyKind';
import { EmptyNotice } from '../states/EmptyNotice';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { Section } from './Section';
import { SimpleColumn, SimpleTable } from './SimpleTable';

interface LiveTableProps<TRow> {
  title: string;
  /** Of the heading; see Section. */
  level?: 2 | 3;
  /** What the rows are, as a noun. */
  what: string;
  label: string;
  /** What an empty list means where it is known that there is nothing. */
  empty: string;
  columns: SimpleColumn<TRow>[];
  query: LiveQuery<EntityResponse<TRow>>;
  rowKey(row: TRow): string;
}

/** A section with one short list, in all the states that its query can be in. */
export function LiveTable<TRow>(props: LiveTableProps<TRow>) {
  return (
    <Section title={props.title} level={props.level}>
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
    return <NoRows {...props} clusters={value.clusters} />;
  }
  return (
    <>
      <SimpleTable
        label={props.label}
        columns={props.columns}
        rows={value.items}
        rowKey={props.rowKey}
      />
      <ShownOfTotal shown={value.items.length} total={value.totalItems} />
    </>
  );
}

interface NoRowsProps {
  what: string;
  empty: string;
  clusters: ClusterFreshness[];
}

function NoRows(props: NoRowsProps) {
  const { what, empty, clusters } = props;
  const kind = emptyKind({ clusters });
  return kind === 'empty' ? (
    <Typography>{empty}</Typography>
  ) : (
    <EmptyNotice kind={kind} what={what} clusters={clusters} />
  );
}

function ShownOfTotal(props: { shown: number; total: number }) {
  const { shown, total } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return total > shown ? (
    <Typography variant="body2">
      {t('states.shown', { shown: String(shown), total: String(total) })}
    </Typography>
  ) : null;
}
