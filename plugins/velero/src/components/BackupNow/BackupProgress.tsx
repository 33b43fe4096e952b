import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { BackupDetails, CreatedBackup } from 'backstage-plugin-velero-common';
import { veleroApiRef } from '../../api/veleroApiRef';
import { backupKeyToText } from '../../format/backupKey';
import { statusCodeOf } from '../../hooks/isDefinitiveError';
import { LiveQuery, useLiveQuery } from '../../hooks/useLiveQuery';
import { useRunPath } from '../../hooks/useRunPath';
import { veleroTranslationRef } from '../../translation';
import { BackupProblems } from '../BackupList/BackupProblems';
import { BackupStatus } from '../BackupList/BackupStatus';
import { RunFailure } from '../RunPage/RunFailure';
import { QueryErrorNotice } from '../states/QueryErrorNotice';
import { StaleRowsNotice } from '../states/StaleRowsNotice';
import { StatusLabel } from '../ui/StatusLabel';

const useStyles = makeStyles(
  theme => ({
    content: { display: 'grid', gap: theme.spacing(2) },
    name: { overflowWrap: 'anywhere' },
  }),
  { name: 'VeleroBackupProgress' },
);

/** Where a backup that was just asked for stands, until it has ended. Closing it changes nothing for the backup. */
export function BackupProgress(props: {
  created: CreatedBackup;
  version: number;
  onClose(): void;
}) {
  const { created, version, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const api = useApi(veleroApiRef);
  const query = useLiveQuery({
    key: backupKeyToText(created),
    version,
    load: signal => api.getBackup(created, { signal }),
  });
  return (
    <>
      <DialogContent className={classes.content} dividers>
        <Typography className={classes.name}>
          {t('backupNow.accepted', {
            name: created.name,
            cluster: created.cluster,
          })}
        </Typography>
        <StaleRowsNotice query={query} />
        <div role="status" aria-label={t('backupNow.progress')}>
          <Standing query={query} />
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained" color="primary">
          {t('backupNow.close')}
        </Button>
      </DialogActions>
    </>
  );
}

function Standing(props: { query: LiveQuery<BackupDetails> }) {
  const { value, error, retry } = props.query;
  const { t } = useTranslationRef(veleroTranslationRef);
  if (value) {
    return <KnownStanding backup={value} />;
  }
  // The portal hears of it from the cluster, which takes a moment.
  return error && statusCodeOf(error) !== 404 ? (
    <QueryErrorNotice error={error} onRetry={retry} />
  ) : (
    <StatusLabel tone="waiting">{t('backupNow.notSeenYet')}</StatusLabel>
  );
}

function KnownStanding(props: { backup: BackupDetails }) {
  const { backup } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { lifecycle, outcome } = backup;
  const pathOf = useRunPath('backup');
  return (
    <>
      <BackupStatus backup={backup} />
      {lifecycle === 'finished' && outcome ? (
        <>
          <Typography>{t(`backupNow.end.${outcome}`)}</Typography>
          <BackupProblems backup={backup} />
          <RunFailure run={backup} />
        </>
      ) : (
        <Typography>{t('backupNow.goesOn')}</Typography>
      )}
      <Typography>
        <Link to={pathOf(backup)}>{t('backupNow.openPage')}</Link>
      </Typography>
    </>
  );
}
