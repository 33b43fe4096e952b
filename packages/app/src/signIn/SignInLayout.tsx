import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';
import { LogoIcon } from '../nav/LogoIcon';

interface SignInLayoutProps {
  title: string;
  children: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    page: {
      minHeight: '100vh',
      display: 'grid',
      placeItems: 'center',
      padding: theme.spacing(2),
      boxSizing: 'border-box',
      backgroundColor: theme.palette.background.default,
    },
    panel: {
      width: 'min(44rem, 100%)',
      padding: theme.spacing(4),
      boxSizing: 'border-box',
    },
    brand: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(3),
    },
  }),
  { name: 'PortalSignIn' },
);

export function SignInLayout(props: SignInLayoutProps) {
  const classes = useStyles();
  return (
    <main className={classes.page}>
      <Paper className={classes.panel}>
        <div className={classes.brand}>
          <LogoIcon size={40} />
          <Typography variant="h6" component="p">
            Velero portal
          </Typography>
        </div>
        <Typography variant="h4" component="h1" gutterBottom>
          {props.title}
        </Typography>
        {props.children}
      </Paper>
    </main>
  );
}
