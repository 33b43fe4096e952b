import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import HourglassIcon from '@material-ui/icons/HourglassEmpty';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import SyncIcon from '@material-ui/icons/Sync';
import { ReactNode } from 'react';

export type Tone =
  | 'ok'
  | 'warning'
  | 'error'
  | 'running'
  | 'waiting'
  | 'neutral';

const icons = {
  ok: CheckCircleIcon,
  warning: WarningIcon,
  error: ErrorIcon,
  running: SyncIcon,
  waiting: HourglassIcon,
  neutral: BlockIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    icon: { fontSize: '1.2em', flexShrink: 0 },
    ok: { color: theme.palette.status.ok },
    warning: { color: theme.palette.status.warning },
    error: { color: theme.palette.status.error },
    running: { color: theme.palette.status.running },
    waiting: { color: theme.palette.status.pending },
    neutral: { color: theme.palette.text.secondary },
  }),
  { name: 'VeleroStatusLabel' },
);

/** A state as icon, word and colour. The word stays in the text's own colour, which is sure to be legible. */
export function StatusLabel(props: { tone: Tone; children: ReactNode }) {
  const classes = useStyles();
  const Icon = icons[props.tone];
  return (
    <span className={classes.root}>
      <Icon
        className={`${classes.icon} ${classes[props.tone]}`}
        aria-hidden="true"
      />
      <span>{props.children}</span>
    </span>
  );
}
