import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      flexShrink: 0,
      '& svg': { fontSize: '1rem', color: theme.palette.text.secondary },
    },
  }),
  { name: 'VeleroCopyButton' },
);

/** Copies a text; small enough to stand beside it in every row. */
export function CopyButton(props: { text: string; label: string }) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <CopyTextButton
        text={props.text}
        aria-label={props.label}
        variant="tertiary"
      />
    </span>
  );
}
