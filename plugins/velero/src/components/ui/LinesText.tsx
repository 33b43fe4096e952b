import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  },
  { name: 'VeleroLinesText' },
);

/** A text with the lines that it was written in, and as nothing but text. */
export function LinesText(props: { text: string }) {
  const classes = useStyles();
  return <div className={classes.root}>{props.text}</div>;
}
