import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import veleroPlugin from 'backstage-plugin-velero-backend';
import { AddressInfo } from 'node:net';
import { answerParent } from '../Child';
import { openDatabase } from '../openDatabase';
import { ClusterAccess } from '../roles';
import { AUDITOR } from './restoreRoles';

const { BENCH_DATABASE, BENCH_CLUSTERS, BENCH_USERS } = process.env;

/** What is measured is what happens once, not who may how often. */
const LIMITS = {
  openPerUser: 100_000,
  perNamespaceAndDay: 100_000,
  runningPerCluster: 20,
};

const PAYMENTS = 'group:default/payments';
const PLATFORM = 'group:default/platform';
const GROUPS: Record<string, string> = { [AUDITOR]: PLATFORM };

function userOf(index: number) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: `user-${index}` },
    relations: [{ type: 'memberOf', targetRef: PAYMENTS }],
  };
}

const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
};

/** One of the replicas of a portal, on one database. */
async function main() {
  const knex = openDatabase(BENCH_DATABASE!);
  const backend = await startTestBackend({
    features: [
      veleroPlugin,
      catalogServiceMock.factory({
        entities: [
          group,
          ...Array.from({ length: Number(BENCH_USERS) }, (_, i) => userOf(i)),
        ],
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async credentials => {
            const { userEntityRef } = credentials.principal as {
              userEntityRef: string;
            };
            return {
              userEntityRef,
              ownershipEntityRefs: [
                userEntityRef,
                GROUPS[userEntityRef] ?? PAYMENTS,
              ],
            };
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          velero: {
            administrators: [PLATFORM],
            clusters: (JSON.parse(BENCH_CLUSTERS!) as ClusterAccess[]).map(
              ({ token, ...cluster }) => ({
                ...cluster,
                serviceAccountToken: token,
              }),
            ),
            restores: {
              policies: [{ id: 'bench', limits: LIMITS, window: '4h' }],
            },
          },
        },
      }),
    ],
  });
  process.on('SIGTERM', async () => {
    await backend.stop();
    await knex.destroy();
    process.exit(0);
  });
  const { port } = backend.server.address() as AddressInfo;
  answerParent({ url: `http://127.0.0.1:${port}/api/velero` });
}

main();
