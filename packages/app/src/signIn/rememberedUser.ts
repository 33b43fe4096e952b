import { demoUsers } from './demoUsers';

const STORAGE_KEY = 'velero-portal:demo-user';

/** Who was chosen before the page was loaded anew. */
export function readRememberedUser(): string | undefined {
  const name = window.localStorage.getItem(STORAGE_KEY);
  return demoUsers.find(user => user.name === name)?.name;
}

export function rememberUser(name: string): void {
  window.localStorage.setItem(STORAGE_KEY, name);
}

export function forgetUser(): void {
  window.localStorage.removeItem(STORAGE_KEY);
}
