import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { LogoIcon } from './LogoIcon';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      height: 2 * sidebarConfig.logoHeight,
      paddingLeft: theme.spacing(2.5),
      color: theme.palette.navigation.selectedColor,
      fontSize: '1.1rem',
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'PortalLogo' },
);

export function Logo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={classes.root}
      aria-label="Velero portal, home"
    >
      <LogoIcon />
      {isOpen && 'Velero portal'}
    </Link>
  );
}
