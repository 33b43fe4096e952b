import Typography from '@material-ui/core/Typography';
import { BackupSummary } from 'backstage-plugin-velero-common';
import { parseTime } from '../../format/absoluteTime';
import { formatDuration } from '../../format/duration';
import { useNow } from '../../hooks/useNow';

/** How long a backup took, or has been running. */
export function BackupDuration(props: {
  backup: Pick<BackupSummary, 'startedAt' | 'completedAt' | 'lifecycle'>;
}) {
  const { startedAt, completedAt, lifecycle } = props.backup;
  const now = useNow();
  const start = parseTime(startedAt);
  const end =
    parseTime(completedAt) ?? (lifecycle === 'running' ? now : undefined);
  return (
    <Typography variant="inherit" component="span" noWrap>
      {start === undefined || end === undefined
        ? '–'
        : formatDuration(end - start)}
    </Typography>
  );
}
