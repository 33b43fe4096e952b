import { UserError } from './UserError.mjs';

const TIME_LIMIT = 10_000;

/** Signs in as a demo user and returns the token. */
export async function signIn({ url, user }) {
  const response = await fetch(`${url}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': user },
    signal: AbortSignal.timeout(TIME_LIMIT),
  });
  const body = await response.json();
  if (!response.ok) {
    throw new UserError(body.error.message);
  }
  return body.backstageIdentity.token;
}
