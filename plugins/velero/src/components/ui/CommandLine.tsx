import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { veleroTranslationRef } from '../../translation';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    command: {
      flexGrow: 1,
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      fontFamily: 'monospace',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'VeleroCommandLine' },
);

/** A line for a terminal, ready to be copied. */
export function CommandLine(props: { command: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div className={classes.root}>
      <code className={classes.command}>{props.command}</code>
      <CopyButton text={props.command} label={t('actions.copyCommand')} />
    </div>
  );
}
