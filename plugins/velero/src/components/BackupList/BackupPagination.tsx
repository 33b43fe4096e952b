import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { BackupListState, PAGE_SIZES } from '../../hooks/useBackupListState';
import { veleroTranslationRef } from '../../translation';
import { PageButtons } from '../ui/PageButtons';

interface BackupPaginationProps {
  listState: BackupListState;
  totalItems: number;
  nextCursor?: string;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
    },
    // The label stands above the field and must not break.
    size: { width: theme.spacing(18), '& label': { whiteSpace: 'nowrap' } },
  }),
  { name: 'VeleroBackupPagination' },
);

/** The way through the pages. A cursor leads forward only, so there are no page numbers to jump to. */
export function BackupPagination(props: BackupPaginationProps) {
  const { listState, totalItems, nextCursor } = props;
  const { page } = listState;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <nav className={classes.root} aria-label={t('backups.paging')}>
      <Typography variant="body2" component="span">
        {t('backups.total', { count: totalItems })}
        {page !== undefined &&
          ` · ${t('backups.page', { page: String(page) })}`}
      </Typography>
      <PageSize listState={listState} />
      <PageButtons paging={listState} nextCursor={nextCursor} />
    </nav>
  );
}

function PageSize(props: { listState: BackupListState }) {
  const { pageSize, setPageSize } = props.listState;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <TextField
      id="velero-page-size"
      className={classes.size}
      select
      SelectProps={{ native: true }}
      label={t('backups.pageSize')}
      value={pageSize}
      onChange={event => setPageSize(Number(event.target.value))}
    >
      {PAGE_SIZES.map(size => (
        <option key={size} value={size}>
          {size}
        </option>
      ))}
    </TextField>
  );
}
