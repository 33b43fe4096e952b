import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Dialog from '@material-ui/core/Dialog';
import DialogTitle from '@material-ui/core/DialogTitle';
import { BackupOptionsResponse } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { BackupNowForm } from './BackupNowForm';
import { BackupProgress } from './BackupProgress';
import { useCreateBackup } from './useCreateBackup';

const TITLE_ID = 'velero-backup-now-title';

/** Asks what is to be backed up, and then shows how that goes. */
export function BackupNowDialog(props: {
  entityRef: string;
  version: number;
  options: BackupOptionsResponse;
  onClose(): void;
}) {
  const { entityRef, version, options, onClose } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const creation = useCreateBackup(entityRef);
  const { created, pending } = creation;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      // Without the dialog nobody would hear what came of the request.
      onClose={pending ? undefined : onClose}
      aria-labelledby={TITLE_ID}
    >
      <DialogTitle id={TITLE_ID}>{t('backupNow.title')}</DialogTitle>
      {created ? (
        <BackupProgress created={created} version={version} onClose={onClose} />
      ) : (
        <BackupNowForm
          options={options}
          creation={creation}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
