import { renderInTestApp } from '@backstage/frontend-test-utils';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { DemoSignInPage } from './DemoSignInPage';

const session = {
  profile: { displayName: 'Shop owner' },
  backstageIdentity: {
    token: '',
    identity: {
      type: 'user',
      userEntityRef: 'user:default/shop-owner',
      ownershipEntityRefs: ['group:default/shop'],
    },
  },
};

async function signIn(): Promise<IdentityApi> {
  const onSignInSuccess = jest.fn();
  renderInTestApp(<DemoSignInPage onSignInSuccess={onSignInSuccess} />);
  await waitFor(() => {
    const button = screen.queryByRole('button', { name: /shop-owner/ });
    if (button) {
      fireEvent.click(button);
    }
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });
  return onSignInSuccess.mock.calls[0][0];
}

describe('DemoSignInPage', () => {
  beforeEach(() => {
    window.localStorage.clear();
    jest
      .spyOn(global, 'fetch')
      .mockImplementation(async () => Response.json(session));
  });

  afterEach(() => jest.restoreAllMocks());

  it('hands the identity of the chosen user to the app', async () => {
    const identity = await signIn();

    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/shop-owner',
    });
  });

  it('signs in again by itself after a reload, and not after a sign-out', async () => {
    const identity = await signIn();
    const onSignInSuccess = jest.fn();
    const reloaded = renderInTestApp(
      <DemoSignInPage onSignInSuccess={onSignInSuccess} />,
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    reloaded.unmount();

    await identity.signOut();
    renderInTestApp(<DemoSignInPage onSignInSuccess={onSignInSuccess} />);

    expect(
      await screen.findByRole('heading', { name: 'Choose who you are' }),
    ).toBeInTheDocument();
    expect(onSignInSuccess).toHaveBeenCalledTimes(1);
  });
});
