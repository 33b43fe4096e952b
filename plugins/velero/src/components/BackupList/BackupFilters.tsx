import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  BACKUP_FILTERS,
  BackupFilterName,
  BackupListState,
} from '../../hooks/useBackupListState';
import { veleroTranslationRef } from '../../translation';

export type FilterChoices = Record<BackupFilterName, string[]>;

interface BackupFiltersProps {
  listState: BackupListState;
  choices: FilterChoices;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
    filter: { width: theme.spacing(22) },
  }),
  { name: 'VeleroBackupFilters' },
);

/** Narrows the list; the server does it. */
export function BackupFilters(props: BackupFiltersProps) {
  const { listState, choices } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div
      role="group"
      aria-label={t('backups.filters')}
      className={classes.root}
    >
      {BACKUP_FILTERS.map(name => (
        <TextField
          key={name}
          id={`velero-filter-${name}`}
          className={classes.filter}
          select
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          label={t(`backups.filter.${name}`)}
          value={listState.filter[name] ?? ''}
          onChange={event => listState.setFilter(name, event.target.value)}
        >
          <option value="">{t('backups.anyValue')}</option>
          {withChosen(choices[name], listState.filter[name]).map(choice => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </TextField>
      ))}
    </div>
  );
}

/** A value from the address stays visible although nothing on the page has it. */
function withChosen(choices: string[], chosen: string | undefined): string[] {
  return [...new Set([...choices, ...(chosen ? [chosen] : [])])].sort();
}
