import { TestDatabases } from '@backstage/backend-test-utils';
import { createStores, Stores } from '../store/Stores';

/** The databases that every store has to work on. */
export function testDatabases() {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
  return {
    ids: databases.eachSupportedId(),
    async stores(id: Parameters<typeof databases.init>[0]): Promise<Stores> {
      const knex = await databases.init(id);
      return createStores({ getClient: async () => knex });
    },
    init: databases.init.bind(databases),
  };
}
