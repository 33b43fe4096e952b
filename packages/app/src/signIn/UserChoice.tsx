import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DemoUser, demoUsers } from './demoUsers';
import { SignInLayout } from './SignInLayout';

interface UserChoiceProps {
  onChoose(name: string): void;
}

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(16rem, 1fr))',
      gap: theme.spacing(2),
      margin: theme.spacing(3, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
    user: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      width: '100%',
      height: '100%',
      padding: theme.spacing(2),
      textAlign: 'left',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '&:hover, &:focus-visible': {
        borderColor: theme.palette.primary.main,
        backgroundColor: theme.palette.action.hover,
      },
    },
  }),
  { name: 'PortalUserChoice' },
);

export function UserChoice(props: UserChoiceProps) {
  const classes = useStyles();
  return (
    <SignInLayout title="Choose who you are">
      <Typography color="textSecondary">
        These users exist in development only. Each sees what its groups own.
      </Typography>
      <ul className={classes.list}>
        {demoUsers.map(user => (
          <li key={user.name}>
            <ButtonBase
              className={classes.user}
              onClick={() => props.onChoose(user.name)}
            >
              <UserText user={user} />
            </ButtonBase>
          </li>
        ))}
      </ul>
    </SignInLayout>
  );
}

function UserText(props: { user: DemoUser }) {
  const { name, title, description } = props.user;
  return (
    <>
      <Typography component="span" display="block" variant="h6">
        {title}
      </Typography>
      <Typography component="span" display="block" variant="body2">
        {description}
      </Typography>
      <Typography
        component="span"
        display="block"
        variant="caption"
        color="textSecondary"
      >
        user:default/{name}
      </Typography>
    </>
  );
}
