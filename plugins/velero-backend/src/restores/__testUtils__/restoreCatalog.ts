import { Entity } from '@backstage/catalog-model';
import { componentOf } from '../../__testUtils__/startPortal';

/** A person as the catalog has them. */
export function userOf(name: string, ...groups: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  };
}

function groupOf(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name },
  };
}

/** The services whose namespaces are restored, and the people who ask for it. */
export function restoreCatalog(): Entity[] {
  return [
    componentOf({
      name: 'payments-api',
      claims: 'eu/payments,eu/payments-db,us/payments',
    }),
    componentOf({ name: 'shop', owner: 'shop', claims: 'eu/shop' }),
    userOf('payments-owner', 'payments'),
    userOf('payments-peer', 'payments'),
    userOf('shop-owner', 'shop'),
    userOf('engineer', 'platform'),
    userOf('second-engineer', 'platform'),
    userOf('visitor'),
    ...['payments', 'shop', 'platform'].map(groupOf),
  ];
}
