import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

export interface LinkTab {
  title: string;
  to: string;
  /** For the history entry that the link makes. */
  state?: unknown;
  isCurrent: boolean;
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
  { name: 'VeleroLinkTabs' },
);

/** Leads through the parts of a page; they are links, as each part has an address. */
export function LinkTabs(props: { label: string; tabs: LinkTab[] }) {
  const { label, tabs } = props;
  const classes = useStyles();
  return (
    <nav aria-label={label}>
      <ul className={classes.list}>
        {tabs.map(({ title, to, state, isCurrent }) => (
          <li key={to}>
            <Link
              to={to}
              state={state}
              aria-current={isCurrent ? 'page' : undefined}
              className={`${classes.link} ${isCurrent ? classes.current : ''}`}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
