/** The users that the demo portal knows; `examples/org.yaml` describes them. */
export const demoUsers: readonly string[] = [
  'platform-engineer',
  'payments-owner',
  'shop-owner',
  'visitor',
];

/** Demo users need no password, so they must not exist in a portal that anybody else can reach. */
export function areDemoUsersAllowed(): boolean {
  return process.env.NODE_ENV === 'development';
}
