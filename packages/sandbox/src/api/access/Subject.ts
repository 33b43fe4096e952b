/** Who asks, as an API server knows it after authentication. */
export interface Subject {
  name: string;
  groups: string[];
}

export const ANONYMOUS: Subject = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

export function authenticated(name: string, groups: string[] = []): Subject {
  return { name, groups: [...groups, 'system:authenticated'] };
}

export function serviceAccount(namespace: string, name: string): Subject {
  return authenticated(`system:serviceaccount:${namespace}:${name}`, [
    'system:serviceaccounts',
    `system:serviceaccounts:${namespace}`,
  ]);
}
