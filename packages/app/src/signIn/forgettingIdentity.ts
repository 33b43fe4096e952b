import { IdentityApi } from '@backstage/frontend-plugin-api';
import { forgetUser } from './rememberedUser';

/** The same identity, whose sign-out also forgets the choice; otherwise the next page would sign in again. */
export function forgettingIdentity(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      forgetUser();
      await identity.signOut();
    },
  };
}
