import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { TenantSummary } from 'backstage-plugin-velero-common';
import { ManualScheduler } from './__testUtils__/ManualScheduler';
import { FakeVelero } from './__testUtils__/FakeVelero';
import { tenant } from './__testUtils__/tenants';
import catalogModuleVelero from './index';

const TASK = 'velero-tenants';

describe('catalogModuleVelero', () => {
  const velero = new FakeVelero();
  const scheduler = new ManualScheduler();
  const warn = jest.fn();
  let backend: TestBackend;
  let mutations: EntityProviderMutation[];

  beforeAll(async () => {
    const providers: EntityProvider[] = [];
    backend = await startTestBackend({
      extensionPoints: [
        [
          catalogProcessingExtensionPoint,
          {
            addEntityProvider: (provider: EntityProvider) =>
              providers.push(provider),
          } as unknown as typeof catalogProcessingExtensionPoint.T,
        ],
      ],
      features: [
        catalogModuleVelero,
        velero.feature,
        scheduler.feature,
        mockServices.logger.mock({ warn }).factory,
      ],
    });
    await providers[0].connect({
      applyMutation: async mutation => {
        mutations.push(mutation);
      },
      refresh: async () => {},
    });
  });

  beforeEach(() => {
    mutations = [];
    velero.urls.length = 0;
    warn.mockClear();
  });

  afterAll(() => backend.stop());

  const page = (
    items: TenantSummary[],
    options: { nextCursor?: string; isComplete?: boolean } = {},
  ) => ({
    items,
    pageInfo: { nextCursor: options.nextCursor },
    isComplete: options.isComplete ?? true,
  });

  const shop = tenant({ tenant: 'shop', owner: 'group:default/shop' });

  it('gives the catalog all tenants of all pages, and their buckets', async () => {
    velero.pages = [page([tenant()], { nextCursor: '1' }), page([shop])];
    await scheduler.trigger(TASK);
    expect(mutations).toMatchObject([
      {
        type: 'full',
        entities: [
          {
            locationKey: 'velero',
            entity: { metadata: { title: 'payments' } },
          },
          { entity: { metadata: { title: 'shop' } } },
          { entity: { metadata: { title: 'payments-backups' } } },
        ],
      },
    ]);
    expect(velero.urls).toEqual([
      '/tenants?limit=200',
      '/tenants?limit=200&cursor=1',
    ]);
  });

  it('removes nothing while a cluster has not been read', async () => {
    velero.pages = [
      page([tenant()], { nextCursor: '1', isComplete: false }),
      page([]),
    ];
    await scheduler.trigger(TASK);
    expect(mutations).toEqual([
      {
        type: 'delta',
        added: [expect.anything(), expect.anything()],
        removed: [],
      },
    ]);
  });

  it.each([
    ['does not answer', [undefined]],
    ['fails half way', [page([tenant()], { nextCursor: '1' }), undefined]],
  ])('keeps what it has when the plugin %s, and says so', async (_, pages) => {
    velero.pages = pages;
    await scheduler.trigger(TASK);
    expect(mutations).toEqual([]);
    expect(warn).toHaveBeenCalledWith(
      expect.stringMatching(/their entities stay as they are: .*503/),
    );
  });

  it('removes the last tenant when it is gone', async () => {
    velero.pages = [page([])];
    await scheduler.trigger(TASK);
    expect(mutations).toEqual([{ type: 'full', entities: [] }]);
  });
});
