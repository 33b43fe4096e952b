import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { createStores } from '../store/Stores';
import { createOnboarding } from './createOnboarding';
import { OffboardingDraft } from './OffboardingDraft';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const OWNER = 'group:default/payments';
const READER = {
  userRef: 'user:default/ada',
  ownershipRefs: [OWNER],
  administrator: false,
};

const draft: OffboardingDraft = {
  schedules: [],
  task: { owner: OWNER, clusters: [{ cluster: 'eu', schedules: [] }] },
};

describe('createOnboarding', () => {
  it('pauses nothing of which it turns out, once nobody else works on the tenant, that the user may not', async () => {
    const knex = await databases.init('SQLITE_3');
    const stores = await createStores({ getClient: async () => knex });
    const { onboarding, runner } = createOnboarding({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
      registry: {
        current: () => [],
        isComplete: () => true,
        subscribe: () => () => {},
      },
      stores,
    });
    const lock = 'tenant/payments';
    const holding: number[] = [];
    const find = async () => {
      holding.push((await stores.operations.findHolding([lock])).length);
      if (holding.length > 1) {
        throw new NotAllowedError('It is of somebody else by now');
      }
      return draft;
    };
    await expect(onboarding.offboard('payments', find, READER)).rejects.toThrow(
      'It is of somebody else by now',
    );
    await runner.stop();
    expect(holding).toEqual([0, 1]);
    const rows = await knex('velero_operation').select('state', 'progress');
    expect(rows).toEqual([
      { state: 'failed', progress: JSON.stringify({ clusters: [] }) },
    ]);
  });
});
