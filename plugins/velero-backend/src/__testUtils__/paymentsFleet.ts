import { Sandbox, startSandbox } from 'velero-sandbox';
import {
  clustersConfig,
  componentOf,
  startPortal,
  TestPortal,
} from './startPortal';

/** The list of backups of the component that owns the only marked namespace. */
export const BACKUPS =
  '/entities/by-name/component/default/payments-api/backups';

/** A finished backup of the namespace `payments`. */
export function backup(name: string, overrides: object = {}) {
  return {
    metadata: {
      name,
      namespace: 'velero',
      creationTimestamp: '2026-11-22T02:00:00Z',
      labels: { 'velero.io/schedule-name': 'eu-all' },
    },
    spec: {
      includedNamespaces: ['payments'],
      storageLocation: 'archive',
      ttl: '720h0m0s',
    },
    status: {
      phase: 'Completed',
      startTimestamp: '2026-11-22T02:00:01Z',
      completionTimestamp: '2026-11-22T02:01:00Z',
      expiration: '2026-12-22T02:00:01Z',
      progress: { totalItems: 12, itemsBackedUp: 12 },
    },
    ...overrides,
  };
}

/** A namespace, marked as an owner's or not. */
export function namespace(name: string, owner?: string) {
  return {
    metadata: {
      name,
      ...(owner && { annotations: { 'backstage.io/owner': owner } }),
    },
  };
}

const archive = {
  metadata: { name: 'archive', namespace: 'velero' },
  spec: {
    provider: 'aws',
    objectStorage: { bucket: 'tenant-backups', prefix: 'eu' },
    config: { region: 'auto', s3Url: 'https://user:secret@s3.example.com' },
    credential: { name: 'archive-credentials', key: 'cloud' },
    default: true,
  },
  status: { phase: 'Available' },
};

/** Two clusters with one backup, and a portal that shows them. */
export interface PaymentsFleet {
  sandbox: Sandbox;
  portal: TestPortal;
  stop(): Promise<void>;
}

export async function startPaymentsFleet(
  options: Pick<Parameters<typeof startPortal>[0], 'decide'> = {},
): Promise<PaymentsFleet> {
  const sandbox = await startSandbox({
    clusters: [
      {
        name: 'eu',
        velero: false,
        populate: ({ objects }) => {
          objects.put('backupstoragelocations', archive);
          objects.put('namespaces', namespace('payments', 'group:payments'));
          objects.put('namespaces', namespace('shop', 'group:default/shop'));
          objects.put('namespaces', namespace('unmarked'));
          objects.put('backups', backup('first'));
        },
      },
      { name: 'us', velero: false },
    ],
  });
  const portal = await startPortal({
    ...options,
    clusters: clustersConfig(sandbox),
    entities: [
      componentOf({ name: 'payments-api', claims: 'eu/payments' }),
      componentOf({ name: 'copycat', owner: 'shop', claims: 'eu/payments' }),
      componentOf({ name: 'plain' }),
      componentOf({ name: 'broken', claims: 'eu' }),
      componentOf({ name: 'typo', claims: 'ue/payments' }),
      componentOf({ name: 'half', claims: 'eu/payments,eu/unmarked' }),
    ],
  });
  return {
    sandbox,
    portal,
    async stop() {
      await portal.stop();
      await sandbox.stop();
    },
  };
}

/** Waits until the backup is shown to its owner. */
export async function untilShown(portal: TestPortal) {
  await portal.eventually(BACKUPS, 'payments-owner', ({ body }) =>
    expect(body.items).toHaveLength(1),
  );
}
