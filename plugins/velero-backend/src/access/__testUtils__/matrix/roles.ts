import { mockCredentials } from '@backstage/backend-test-utils';

/** Whoever may ask, as the columns of the matrix. */
export interface AccessRole {
  id: string;
  /** Who that is, for the docs. */
  title: string;
  authorization: string;
}

const user = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** In the order of the answers of each row. */
export const roles: AccessRole[] = [
  {
    id: 'nobody',
    title: 'shows no token',
    authorization: mockCredentials.none.header(),
  },
  {
    id: 'service',
    title: 'another plugin of the portal, on behalf of no user',
    authorization: mockCredentials.service.header(),
  },
  {
    id: 'denied',
    title: 'an owner whom the permission policy denies everything',
    authorization: user('payments-denied'),
  },
  {
    id: 'stranger',
    title: 'a user who owns nothing',
    authorization: user('visitor'),
  },
  {
    id: 'neighbour',
    title: 'a user who owns something else',
    authorization: user('shop-owner'),
  },
  {
    id: 'co-owner',
    title:
      'a user of another group that the namespace names as owner, but not the entity',
    authorization: user('reliability-owner'),
  },
  {
    id: 'owner',
    title:
      'a user of the group that owns the entity and its namespace; asked for the restore that is decided on',
    authorization: user('payments-owner'),
  },
  {
    id: 'peer',
    title: 'another user of that group',
    authorization: user('payments-peer'),
  },
  {
    id: 'administrator',
    title: 'one of `velero.administrators`',
    authorization: user('engineer'),
  },
];
