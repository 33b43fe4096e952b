import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import { makeStyles } from '@material-ui/core/styles';
import { BackupOptionsResponse } from 'backstage-plugin-velero-common';
import { FormEvent } from 'react';
import { veleroTranslationRef } from '../../translation';
import { ClusterNotLive } from './ClusterNotLive';
import { CreationError } from './CreationError';
import { KeepForField } from './KeepForField';
import { LocationChoice } from './LocationChoice';
import { NamespaceChoice } from './NamespaceChoice';
import { QuotaText } from './QuotaText';
import { ServerChoice } from './ServerChoice';
import { useBackupForm } from './useBackupForm';
import { CreateBackup } from './useCreateBackup';
import { VolumesChoice } from './VolumesChoice';

const useStyles = makeStyles(
  theme => ({ content: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'VeleroBackupNowForm' },
);

/** What can be chosen. Keeps what was chosen when the request is refused. */
export function BackupNowForm(props: {
  options: BackupOptionsResponse;
  creation: CreateBackup;
  onClose(): void;
}) {
  const { options, creation, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const form = useBackupForm(options);
  const { request, server } = form;
  const { pending, error } = creation;
  const cluster = options.clusters.find(({ name }) => name === server.cluster);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request && !pending) {
      creation.send(request);
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogContent className={classes.content} dividers>
        <ServerChoice form={form} options={options} />
        <ClusterNotLive cluster={cluster} />
        <NamespaceChoice form={form} claimed={options.namespaces} />
        <LocationChoice form={form} />
        <KeepForField form={form} />
        <VolumesChoice form={form} />
        <QuotaText quota={options.quota} />
        {error && <CreationError error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={pending}>
          {t('backupNow.cancel')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={!request || pending || options.quota.left === 0}
        >
          {t(pending ? 'backupNow.sending' : 'backupNow.submit')}
        </Button>
      </DialogActions>
    </form>
  );
}
