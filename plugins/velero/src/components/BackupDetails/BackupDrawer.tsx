import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import { BackupKey } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { backupKeyToText } from '../../format/backupKey';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { veleroTranslationRef } from '../../translation';
import { LoadingRows } from '../states/LoadingRows';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { BackupDetailsView } from './BackupDetailsView';

interface BackupDrawerProps {
  backup?: BackupKey;
  version: number;
  onClose(): void;
}

const TITLE_ID = 'velero-backup-drawer-title';

const useStyles = makeStyles(
  theme => ({
    paper: {
      width: 'min(56rem, 100vw)',
      padding: theme.spacing(3),
      boxSizing: 'border-box',
    },
    header: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
    },
    name: { overflowWrap: 'anywhere' },
  }),
  { name: 'VeleroBackupDrawer' },
);

/** The details of one backup, beside the list that it was opened from. */
export function BackupDrawer(props: BackupDrawerProps) {
  const { backup, version, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Drawer
      anchor="right"
      open={backup !== undefined}
      onClose={onClose}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE_ID,
      }}
    >
      {backup && (
        <>
          <div className={classes.header}>
            <Typography
              id={TITLE_ID}
              variant="h4"
              component="h2"
              className={classes.name}
            >
              {backup.name}
            </Typography>
            <IconButton onClick={onClose} aria-label={t('details.close')}>
              <CloseIcon />
            </IconButton>
          </div>
          <DrawerBody backup={backup} version={version} />
        </>
      )}
    </Drawer>
  );
}

function DrawerBody(props: { backup: BackupKey; version: number }) {
  const { backup, version } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: backupKeyToText(backup),
    version,
    load: signal => api.getBackup(backup, { signal }),
  });
  if (query.error && !query.value) {
    return <QueryErrorNotice error={query.error} onRetry={query.retry} />;
  }
  if (!query.value || query.outdated) {
    return <LoadingRows what={t('details.title')} rows={8} />;
  }
  return (
    <>
      <StaleRowsNotice query={query} />
      <BackupDetailsView backup={query.value} />
    </>
  );
}
