const CLIENT_SIDE_PROVIDERS = new Set(['aks', 'google', 'oidc']);

/** Says why nobody can speak to a cluster in the background whose auth provider needs a signed-in user. */
export function clientSideAuthProblem(
  authProvider: string | undefined,
): string | undefined {
  return authProvider && CLIENT_SIDE_PROVIDERS.has(authProvider)
    ? `The auth provider '${authProvider}' works only with the credential of a signed-in user, so the portal cannot follow this cluster in the background`
    : undefined;
}
