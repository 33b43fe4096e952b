import { MANAGED_BY, TENANT_LABELS } from 'backstage-plugin-velero-common';
import { digestOfPlace } from '../../collect/digestOfPlace';
import { ObjectRow } from '../../store/tables';
import { tenantOwnersOf } from './tenantOwnersOf';

interface Location {
  prefix?: string;
  bucket?: string;
  /** The tenant it was made for. */
  owner?: string;
}

function object({ prefix, bucket = 'store', owner }: Location) {
  return {
    metadata: {
      name: 'archive',
      ...(owner && {
        labels: {
          [TENANT_LABELS.managedBy]: MANAGED_BY,
          [TENANT_LABELS.tenant]: 'payments',
        },
        annotations: { 'backstage.io/owner': owner },
      }),
    },
    spec: { provider: 'aws', objectStorage: { bucket, prefix } },
  };
}

/** Whom a location without a mark is of, where these have been collected. */
function ownersBeside(prefix: string | undefined, collected: Location[]) {
  return tenantOwnersOf(object({ prefix }), {
    queries: {
      locationsAt: async places =>
        collected
          .filter(({ prefix: other, bucket = 'store' }) =>
            places.includes(
              digestOfPlace({ provider: 'aws', bucket, prefix: other })!,
            ),
          )
          .map(location => ({ doc: JSON.stringify(object(location)) }))
          .map(row => row as ObjectRow),
    },
    administrators: ['group:default/platform'],
  });
}

const owner = 'group:default/payments';

describe('tenantOwnersOf', () => {
  it.each<[string, string | undefined, Location[], string[][]]>([
    ['of nobody but the platform', 'eu', [{ prefix: 'eu' }], []],
    [
      'of a tenant in another cluster',
      'eu',
      [{ prefix: 'eu', owner }],
      [[owner]],
    ],
    [
      'of a tenant, written otherwise',
      '/eu/',
      [{ prefix: 'eu', owner }],
      [[owner]],
    ],
    ['in a folder of a tenant', 'eu/a/b', [{ prefix: 'eu', owner }], [[owner]]],
    ['in the bucket of a tenant', 'eu/a', [{ owner }], [[owner]]],
    ['the bucket of a tenant', undefined, [{ owner }], [[owner]]],
    ['beside that of a tenant', 'eu', [{ prefix: 'eu-2', owner }], []],
    ['in another bucket', 'eu', [{ bucket: 'other', prefix: 'eu', owner }], []],
    [
      'of two tenants',
      'eu',
      [
        { prefix: 'eu', owner },
        { prefix: 'eu', owner },
        { owner: 'group:default/shop' },
      ],
      [[owner], ['group:default/shop']],
    ],
    [
      'of an administrator',
      'eu',
      [{ prefix: 'eu', owner: 'group:default/platform' }],
      [],
    ],
    [
      'of a tenant whom nothing names',
      'eu',
      [{ prefix: 'eu', owner: ':' }],
      [[]],
    ],
  ])(
    'tells who writes to a place %s',
    async (_name, prefix, collected, owners) => {
      expect(await ownersBeside(prefix, collected)).toEqual(owners);
    },
  );
});
