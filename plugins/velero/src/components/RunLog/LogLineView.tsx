import { makeStyles } from '@material-ui/core/styles';
import { StatusLabel } from '../ui/StatusLabel';
import { LogLine } from './LogLine';
import { parseLogLine } from './parseLogLine';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(0, 1),
      lineHeight: '22px',
      whiteSpace: 'pre',
    },
    number: {
      minWidth: '5ch',
      textAlign: 'right',
      userSelect: 'none',
      color: theme.palette.text.secondary,
    },
    level: { minWidth: '10ch' },
    fields: { color: theme.palette.text.secondary },
  }),
  { name: 'VeleroLogLineView' },
);

/** One line: its number, when, how grave, what, and where. */
export function LogLineView(props: { line: LogLine }) {
  const { number, level, text } = props.line;
  const classes = useStyles();
  const { time, message, fields } = parseLogLine(text);
  return (
    <div className={classes.root}>
      <span className={classes.number}>{number}</span>
      {time && <span className={classes.fields}>{time}</span>}
      <span className={classes.level}>
        {level === 'error' || level === 'warning' ? (
          <StatusLabel tone={level}>{level}</StatusLabel>
        ) : (
          level
        )}
      </span>
      <span>{message}</span>
      <span className={classes.fields}>
        {fields.map(({ name, value }) => `${name}=${value}`).join(' ')}
      </span>
    </div>
  );
}
