import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import {
  BackupOption,
  BackupOptionsResponse,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { BackupForm } from './useBackupForm';

/** In which cluster, where there are several; a backup is of one. */
export function ServerChoice(props: {
  form: BackupForm;
  options: BackupOptionsResponse;
}) {
  const { form, options } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { items } = options;
  if (items.length < 2) {
    return null;
  }
  const text = ({ cluster, veleroNamespace }: BackupOption) =>
    items.filter(item => item.cluster === cluster).length > 1
      ? t('backupNow.server', { cluster, namespace: veleroNamespace })
      : cluster;
  return (
    <TextField
      select
      fullWidth
      id="velero-backup-now-server"
      label={t('backupNow.cluster')}
      value={form.serverIndex}
      onChange={event => form.chooseServer(Number(event.target.value))}
      SelectProps={{ native: true }}
    >
      {items.map((item, index) => (
        <option key={text(item)} value={index}>
          {text(item)}
        </option>
      ))}
    </TextField>
  );
}
