import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { RunFiles } from '../../hooks/useRunFiles';
import { veleroTranslationRef } from '../../translation';
import { RunReference } from '../RunPage/RunReference';
import { SearchField } from '../ui/SearchField';
import { LogDownload } from './LogDownload';
import { LEVELS, LogFilter } from './useLogFilter';

interface LogFilterBarProps {
  run: RunReference;
  filter: LogFilter;
  files: Pick<RunFiles, 'log'>;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(1),
    },
    level: { width: theme.spacing(25) },
  }),
  { name: 'VeleroLogFilterBar' },
);

/** Narrows a log, and gives it as a file. */
export function LogFilterBar(props: LogFilterBarProps) {
  const { run, filter, files } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div className={classes.root}>
      <TextField
        id="velero-log-level"
        className={classes.level}
        select
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
        label={t('page.log.level')}
        value={filter.level}
        onChange={event => filter.setLevel(event.target.value)}
      >
        {LEVELS.map(level => (
          <option key={level} value={level}>
            {t(`page.log.levels.${level}`)}
          </option>
        ))}
      </TextField>
      <SearchField
        id="velero-log-search"
        label={t('page.log.search')}
        value={filter.text}
        onChange={filter.setText}
      />
      <LogDownload fileName={`${run.key.name}.log`} files={files} />
    </div>
  );
}
