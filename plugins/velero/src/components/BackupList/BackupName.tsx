import { CopyTextButton, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { useOpenBackup } from '../../hooks/useOpenBackup';
import { veleroTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
    },
    name: { overflowWrap: 'anywhere', minWidth: theme.spacing(20) },
  }),
  { name: 'VeleroBackupName' },
);

/** The name of a backup; it opens the details, and can be copied for the Velero CLI. */
export function BackupName(props: { backup: BackupSummary }) {
  const { name, cluster } = props.backup;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const { linkTo } = useOpenBackup();
  return (
    <div className={classes.root}>
      <Link
        {...linkTo(props.backup)}
        className={classes.name}
        aria-label={t('backups.openDetails', { name, cluster })}
      >
        {name}
      </Link>
      <CopyTextButton
        text={name}
        aria-label={t('actions.copy', { what: name })}
        variant="tertiary"
      />
    </div>
  );
}
