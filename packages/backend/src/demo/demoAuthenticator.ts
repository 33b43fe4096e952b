import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { areDemoUsersAllowed, demoUsers } from './demoUsers';

/** Names the demo user that signs in. Other origins cannot send it: a header of one's own needs CORS approval. */
export const DEMO_USER_HEADER = 'x-demo-user';

/** Signs in as the demo user that the request names. */
export const demoAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ name }: { name: string }) => ({
    profile: { displayName: name },
  }),
  initialize() {},
  async authenticate({ req }) {
    if (!areDemoUsersAllowed()) {
      throw new NotAllowedError(
        'Demo users can sign in only where NODE_ENV is development',
      );
    }
    const name = req.header(DEMO_USER_HEADER);
    if (!name || !demoUsers.includes(name)) {
      throw new AuthenticationError(
        `Header ${DEMO_USER_HEADER} must name a demo user: ${demoUsers.join(
          ', ',
        )}`,
      );
    }
    return { result: { name } };
  },
});
