import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import FirstPageIcon from '@material-ui/icons/FirstPage';
import NextIcon from '@material-ui/icons/KeyboardArrowRight';
import PreviousIcon from '@material-ui/icons/KeyboardArrowLeft';
import LastPageIcon from '@material-ui/icons/LastPage';
import { useLocation, useSearchParams } from 'react-router-dom';
import { formatCount } from '../../format/formatCount';
import { veleroTranslationRef } from '../../translation';

interface ContentsPaginationProps {
  offset: number;
  pageSize: number;
  shown: number;
  totalItems: number;
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(2),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'VeleroContentsPagination' },
);

/** The way through the pages; which one is shown is in the address. */
export function ContentsPagination(props: ContentsPaginationProps) {
  const { offset, pageSize, shown, totalItems } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const turnTo = useTurning();
  const last = Math.max(0, Math.ceil(totalItems / pageSize) - 1) * pageSize;
  const pages = [
    { label: t('backups.first'), icon: <FirstPageIcon />, to: 0 },
    {
      label: t('backups.previous'),
      icon: <PreviousIcon />,
      to: Math.max(0, Math.min(offset - pageSize, last)),
    },
    {
      label: t('backups.next'),
      icon: <NextIcon />,
      to: Math.min(offset + pageSize, Math.max(offset, last)),
    },
    {
      label: t('page.contents.last'),
      icon: <LastPageIcon />,
      to: Math.max(offset, last),
    },
  ];
  return (
    <nav className={classes.root} aria-label={t('page.contents.paging')}>
      <Typography variant="body2" component="span" role="status">
        {t('page.contents.range', {
          from: formatCount(Math.min(offset + 1, totalItems)),
          to: formatCount(offset + shown),
          total: formatCount(totalItems),
        })}
      </Typography>
      <span>
        {pages.map(({ label, icon, to }) => (
          <IconButton
            key={label}
            size="small"
            aria-label={label}
            disabled={to === offset}
            onClick={() => turnTo(to)}
          >
            {icon}
          </IconButton>
        ))}
      </span>
    </nav>
  );
}

function useTurning(): (offset: number) => void {
  const [, setParams] = useSearchParams();
  const { state } = useLocation();
  return offset =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        after.set('offset', String(offset));
        if (offset === 0) {
          after.delete('offset');
        }
        return after;
      },
      { state },
    );
}
