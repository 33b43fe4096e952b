import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { useLeavingList } from '../../hooks/useListOrigin';
import { useRunPath } from '../../hooks/useRunPath';
import { veleroTranslationRef } from '../../translation';
import { RestoreFromLink } from '../Restores/RestoreFromLink';
import { CopyButton } from '../ui/CopyButton';
import { NamespacesText } from '../ui/NamespacesText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
    },
    name: { overflowWrap: 'anywhere' },
    namespaces: { minWidth: theme.spacing(24) },
  }),
  { name: 'VeleroBackupName' },
);

/** The name of a backup, which leads to its page and can be copied for the Velero CLI, and what it takes in. */
export function BackupName(props: { backup: BackupSummary }) {
  const { name, cluster } = props.backup;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const pathOf = useRunPath('backup');
  const state = useLeavingList();
  return (
    <div className={classes.root}>
      <div>
        <Link
          to={pathOf(props.backup)}
          state={state}
          className={classes.name}
          aria-label={t('backups.openDetails', { name, cluster })}
        >
          {name}
        </Link>
        <Typography
          variant="caption"
          display="block"
          color="textSecondary"
          className={classes.namespaces}
        >
          <NamespacesText {...props.backup} />
        </Typography>
        <Typography variant="caption" display="block">
          <RestoreFromLink backup={props.backup} />
        </Typography>
      </div>
      <CopyButton text={name} label={t('actions.copy', { what: name })} />
    </div>
  );
}
