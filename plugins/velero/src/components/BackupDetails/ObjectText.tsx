import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { veleroTranslationRef } from '../../translation';
import { CopyButton } from '../ui/CopyButton';

/** Laying out more than this makes a browser stutter; labels alone may be a megabyte. */
const MAX_LENGTH = 20_000;

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    // Without colours by syntax: those of the kit's code snippet lack contrast.
    code: {
      margin: 0,
      padding: theme.spacing(1.5),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
      color: theme.palette.text.primary,
      fontFamily: 'monospace',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'VeleroObjectText' },
);

/** An object of the cluster as code. */
export function ObjectText(props: { title: string; value: object }) {
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const text = JSON.stringify(props.value, undefined, 2);
  if (text === '{}') {
    return null;
  }
  return (
    <section aria-label={props.title}>
      <div className={classes.header}>
        <Typography variant="h6" component="h3">
          {props.title}
        </Typography>
        <CopyButton
          text={text}
          label={t('actions.copy', { what: props.title })}
        />
      </div>
      {text.length > MAX_LENGTH && <Typography>{t('details.cut')}</Typography>}
      <pre className={classes.code}>{text.slice(0, MAX_LENGTH)}</pre>
    </section>
  );
}
