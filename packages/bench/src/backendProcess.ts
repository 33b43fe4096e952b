import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { answerParent } from './Child';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import veleroPlugin from 'backstage-plugin-velero-backend';
import { Knex } from 'knex';
import { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDatabase } from './openDatabase';
import { BackendMeasures, BackendRequest, ClusterAccess } from './roles';

const { BENCH_DATABASE, BENCH_CLUSTERS, BENCH_CLAIMS } = process.env;

/** Short against what a download takes. */
const SAMPLE_EVERY = 10;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'service',
    annotations: { 'velero.io/namespaces': BENCH_CLAIMS! },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

/** Counts the rows that are put into or taken out of the table of objects. */
function countWrites(knex: Knex): { rows: number } {
  const written = { rows: 0 };
  knex.on(
    'query',
    ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
      const [, verb] =
        /^(insert into|delete from) .velero_object./.exec(sql) ?? [];
      if (verb) {
        // An insert has the same columns in each row; the list of columns is in the first brackets.
        const columns = sql.slice(0, sql.indexOf(')')).split(',').length;
        written.rows += verb === 'insert into' ? bindings.length / columns : 1;
      }
    },
  );
  return written;
}

/** Watches how much memory the process holds at most. */
function watchMemory(): { peak(): number; reset(): void } {
  let peak = 0;
  setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_EVERY).unref();
  return {
    peak: () => Math.max(peak, process.memoryUsage.rss()) / 2 ** 20,
    reset: () => {
      peak = 0;
    },
  };
}

async function main() {
  const memory = watchMemory();
  const knex = openDatabase(BENCH_DATABASE!);
  const written = countWrites(knex);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const backend = await startTestBackend({
    features: [
      veleroPlugin,
      catalogServiceMock.factory({ entities: [entity] }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async () => ({
            userEntityRef: 'user:default/owner',
            ownershipEntityRefs: ['group:default/payments'],
          }),
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          velero: {
            clusters: (JSON.parse(BENCH_CLUSTERS!) as ClusterAccess[]).map(
              ({ token, ...cluster }) => ({
                ...cluster,
                serviceAccountToken: token,
              }),
            ),
          },
        },
      }),
    ],
  });
  delay.enable();
  process.on('message', (request: BackendRequest) => {
    const measures: BackendMeasures = {
      eventLoopP999: delay.percentile(99.9) / 1e6,
      eventLoopMax: delay.max / 1e6,
      rssMegabytes: process.memoryUsage().rss / 2 ** 20,
      peakRssMegabytes: memory.peak(),
      rowsWritten: written.rows,
    };
    if (request.ask === 'reset') {
      delay.reset();
      memory.reset();
    }
    answerParent(measures);
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
