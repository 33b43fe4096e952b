import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { exactUtcTime } from '../../format/absoluteTime';
import { veleroTranslationRef } from '../../translation';
import { StatusLabel } from '../ui/StatusLabel';
import { BackupForm } from './useBackupForm';

/** How long it is kept, and what that means. */
export function KeepForField(props: { form: BackupForm }) {
  const { form } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const { keepForProblem, keptUntil } = form;
  return (
    <TextField
      fullWidth
      id="velero-backup-now-keep-for"
      label={t('backupNow.keepFor')}
      value={form.keepFor}
      onChange={event => form.changeKeepFor(event.target.value)}
      inputProps={{ 'aria-invalid': keepForProblem !== undefined }}
      FormHelperTextProps={{ role: 'status' }}
      helperText={
        keptUntil === undefined ? (
          <StatusLabel tone="error">{keepForProblem}</StatusLabel>
        ) : (
          t('backupNow.keptUntil', { time: exactUtcTime(keptUntil) })
        )
      }
    />
  );
}
