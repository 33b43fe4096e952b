import { SandboxCluster } from 'velero-sandbox';
import { namespace } from '../../__testUtils__/paymentsFleet';

/** An account that may do all but remove namespaces. */
export const KEEPER = 'keeper-token';
export const KEEPER_RULES = [
  { groups: ['velero.io'], resources: ['*'], verbs: ['*'] },
  { groups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
];

function location(name: string, prefix: string, spec: object = {}) {
  return {
    metadata: { name, namespace: 'velero' },
    spec: {
      provider: 'aws',
      objectStorage: { bucket: 'store', prefix },
      ...spec,
    },
  };
}

/** The first region: what the tests restore is here. */
export function populateFirst({ objects }: SandboxCluster) {
  objects.put('namespaces', namespace('payments', 'group:payments'));
  objects.put('namespaces', namespace('payments-db', 'group:payments'));
  objects.put('namespaces', namespace('shop', 'group:shop'));
  for (const name of ['payments', 'shop']) {
    objects.put('configmaps', {
      metadata: { name: 'prices', namespace: name },
      data: { apple: '1' },
    });
  }
  objects.put('backupstoragelocations', location('archive', 'eu'));
  objects.put('backups', {
    metadata: { name: 'nightly', namespace: 'velero' },
    spec: {
      includedNamespaces: ['payments', 'shop'],
      storageLocation: 'archive',
    },
  });
}

/** The other region: it reads what the first one writes. */
export function populateOther({ objects }: SandboxCluster) {
  objects.put('namespaces', namespace('payments', 'group:payments'));
  objects.put(
    'backupstoragelocations',
    location('from-eu', 'eu', { accessMode: 'ReadOnly' }),
  );
}
