import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdirSync } from 'node:fs';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  'backstage-plugin-velero-backend',
  'migrations',
);
const databases = testDatabases();

describe.each(databases.ids)('migrations on %s', id => {
  it('go up and down again, step by step, and leave nothing behind', async () => {
    const knex = await databases.init(id);
    const steps = readdirSync(directory).length;
    for (let step = 0; step < steps; step++) {
      await knex.migrate.up({ directory });
    }
    expect(await knex.schema.hasTable('velero_object')).toBe(true);
    for (let step = 0; step < steps; step++) {
      await knex.migrate.down({ directory });
    }
    expect(await knex.schema.hasTable('velero_object')).toBe(false);
    expect(await knex.schema.hasTable('velero_cluster')).toBe(false);
    expect(await knex.schema.hasTable('velero_backup_slot')).toBe(false);
    expect(await knex.schema.hasTable('velero_operation')).toBe(false);
    expect(await knex.schema.hasTable('velero_restore_mapping')).toBe(false);
  });
});
