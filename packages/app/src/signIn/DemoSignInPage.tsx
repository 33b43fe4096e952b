import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { forgettingIdentity } from './forgettingIdentity';
import { forgetUser, readRememberedUser, rememberUser } from './rememberedUser';
import { SignInFailure } from './SignInFailure';
import { UserChoice } from './UserChoice';

/** Signs in as one of the demo users. The backend has them in development only. */
export function DemoSignInPage(props: SignInPageProps) {
  const [user, setUser] = useState(readRememberedUser);

  const choose = (name: string) => {
    rememberUser(name);
    setUser(name);
  };
  const chooseAgain = () => {
    forgetUser();
    setUser(undefined);
  };

  if (!user) {
    return <UserChoice onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-user': user }}
      onSignInSuccess={identity =>
        props.onSignInSuccess(forgettingIdentity(identity))
      }
      ErrorComponent={({ error }) => (
        <SignInFailure user={user} error={error} onChooseAgain={chooseAgain} />
      )}
    />
  );
}
