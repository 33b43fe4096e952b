import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { veleroTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    '@keyframes veleroPulse': { '50%': { opacity: 0.4 } },
    row: {
      height: theme.spacing(2.5),
      margin: theme.spacing(1.5, 0),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.hover,
      animation: '$veleroPulse 1.5s ease-in-out infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
  }),
  { name: 'VeleroLoadingRows' },
);

/** Keeps the place of rows that are on their way for the first time. */
export function LoadingRows(props: { what: string; rows?: number }) {
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <div role="status" aria-label={t('states.loading', { what: props.what })}>
      {Array.from({ length: props.rows ?? 3 }, (_, row) => (
        <div key={row} className={classes.row} />
      ))}
    </div>
  );
}
