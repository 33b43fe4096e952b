import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { SignInLayout } from './SignInLayout';

interface SignInFailureProps {
  user: string;
  error?: Error;
  onChooseAgain(): void;
}

/** Says why nobody was let in, and leads back. */
export function SignInFailure(props: SignInFailureProps) {
  const { user, error, onChooseAgain } = props;
  return (
    <SignInLayout title={`Could not sign in as ${user}`}>
      <Typography role="alert" paragraph>
        {reasonOf(error)}
      </Typography>
      <Button variant="contained" color="primary" onClick={onChooseAgain}>
        Choose again
      </Button>
    </SignInLayout>
  );
}

function reasonOf(error: Error | undefined): string {
  const { cause } = (error ?? {}) as { cause?: Error };
  return cause?.message ?? error?.message ?? 'The backend gave no reason.';
}
