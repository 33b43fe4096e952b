import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import BackIcon from '@material-ui/icons/ArrowBack';
import { ReactNode, Suspense, useEffect, useRef } from 'react';
import { useListOrigin } from '../../hooks/useListOrigin';
import { veleroTranslationRef } from '../../translation';
import { LoadingRows } from '../states/LoadingRows';
import { CopyButton } from '../ui/CopyButton';

interface RunFrameProps {
  name: string;
  /** What it is and where. */
  subtitle: string;
  children: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    back: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      '& svg': { fontSize: '1.2em' },
    },
    title: {
      margin: theme.spacing(1.5, 0, 0.5),
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    name: { overflowWrap: 'anywhere', margin: 0 },
  }),
  { name: 'VeleroRunFrame' },
);

/** The page of one backup or restore: the way back, its name, and what is told of it. */
export function RunFrame(props: RunFrameProps) {
  const { name, subtitle, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const { list, fromList } = useListOrigin();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The link that was followed is gone, and the focus with it.
    if (fromList) {
      heading.current?.focus();
    }
  }, [fromList, name]);
  return (
    <div className={classes.root}>
      <div>
        <Link {...list} className={classes.back}>
          <BackIcon aria-hidden="true" />
          {t('page.back')}
        </Link>
        <div className={classes.title}>
          <Typography
            ref={heading}
            tabIndex={-1}
            variant="h4"
            component="h2"
            className={classes.name}
          >
            {name}
          </Typography>
          <CopyButton text={name} label={t('actions.copy', { what: name })} />
        </div>
        <Typography variant="body2">{subtitle}</Typography>
      </div>
      <Suspense fallback={<LoadingRows what={name} />}>{children}</Suspense>
    </div>
  );
}
