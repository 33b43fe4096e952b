import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { stringify } from 'yaml';
import { veleroTranslationRef } from '../../translation';
import { CopyButton } from '../ui/CopyButton';

/** Laying out more than this makes a browser stutter; labels alone may be a megabyte. */
const MAX_LENGTH = 100_000;

const useStyles = makeStyles(
  theme => ({
    header: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
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
  { name: 'VeleroYamlText' },
);

/** An object as YAML; one of the cluster, where nothing else is said of it. */
export function YamlText(props: {
  label: string;
  value: object;
  hint?: string;
}) {
  const { label, value, hint } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const text = useMemo(() => stringify(value), [value]);
  return (
    <>
      <div className={classes.header}>
        <Typography variant="body2">{hint ?? t('page.yaml.hint')}</Typography>
        <CopyButton text={text} label={t('page.yaml.copy')} />
      </div>
      {text.length > MAX_LENGTH && <Typography>{t('details.cut')}</Typography>}
      <section aria-label={label}>
        <pre className={classes.code}>{text.slice(0, MAX_LENGTH)}</pre>
      </section>
    </>
  );
}
