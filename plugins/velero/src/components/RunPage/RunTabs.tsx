import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { useListOrigin } from '../../hooks/useListOrigin';
import { veleroTranslationRef } from '../../translation';

/** The parts of a page; the first one is at the address of the page itself. */
export type RunTab =
  | 'overview'
  | 'contents'
  | 'volumes'
  | 'results'
  | 'log'
  | 'related'
  | 'yaml';

interface RunTabsProps {
  /** Address of the page. */
  path: string;
  tabs: RunTab[];
}

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    link: {
      display: 'block',
      padding: theme.spacing(1, 2),
      color: theme.palette.text.primary,
      borderBottom: '3px solid transparent',
      '&:hover': {
        textDecoration: 'none',
        borderBottomColor: theme.palette.divider,
      },
    },
    current: {
      fontWeight: 700,
      '&, &:hover': { borderBottomColor: theme.palette.primary.main },
    },
  }),
  { name: 'VeleroRunTabs' },
);

/** Leads through the parts of a page; they are links, as each part has an address. */
export function RunTabs(props: RunTabsProps) {
  const { path, tabs } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const { state } = useListOrigin();
  const current = useParams()['*'] || 'overview';
  return (
    <nav aria-label={t('page.tabs')}>
      <ul className={classes.list}>
        {tabs.map(tab => (
          <li key={tab}>
            <Link
              to={tab === 'overview' ? path : `${path}/${tab}`}
              state={state}
              aria-current={tab === current ? 'page' : undefined}
              className={`${classes.link} ${
                tab === current ? classes.current : ''
              }`}
            >
              {t(`page.tab.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
