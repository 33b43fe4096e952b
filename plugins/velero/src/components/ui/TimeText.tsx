import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  exactLocalTime,
  exactUtcTime,
  parseTime,
  utcTime,
} from '../../format/absoluteTime';
import { useNow } from '../../hooks/useNow';
import { useRelativeTime } from '../../hooks/useRelativeTime';

interface TimeTextProps {
  /** ISO 8601 in UTC; text that is no time is shown as it is. */
  value: string | undefined;
  /** Shown when there is no value. */
  missing: string;
  /** True where only the distance matters; the absolute time is then on hover alone. */
  short?: boolean;
}

const useStyles = makeStyles(
  { root: { whiteSpace: 'nowrap' } },
  { name: 'VeleroTimeText' },
);

/** A time as people say it, with the absolute one below, and UTC and local time on hover. */
export function TimeText(props: TimeTextProps) {
  const classes = useStyles();
  const now = useNow();
  const relative = useRelativeTime(now);
  const time = parseTime(props.value);
  if (time === undefined) {
    return <>{props.value || props.missing}</>;
  }
  return (
    <time
      className={classes.root}
      dateTime={props.value}
      title={`${exactUtcTime(time)}\n${exactLocalTime(time)}`}
    >
      {relative(time)}
      {!props.short && (
        <Typography
          variant="caption"
          component="span"
          display="block"
          color="textSecondary"
        >
          {utcTime(time, now)}
        </Typography>
      )}
    </time>
  );
}
