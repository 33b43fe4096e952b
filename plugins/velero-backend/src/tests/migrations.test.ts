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
    expect(await knex.schema.hasTable('velero_restore_request')).toBe(false);
    expect(await knex.schema.hasTable('velero_notification_mark')).toBe(false);
    expect(await knex.schema.hasTable('velero_tenant_name')).toBe(false);
    expect(await knex.schema.hasTable('velero_drill_schedule')).toBe(false);
  });

  it('leave the names of tenants with those who had onboarded under them last', async () => {
    const knex = await databases.init(id);
    while (!(await knex.schema.hasTable('velero_operation'))) {
      await knex.migrate.up({ directory });
    }
    const operation = (
      name: string,
      owner: string,
      created_at: number,
      state: 'succeeded' | 'failed' = 'succeeded',
    ) => ({
      ...{ id: name, created_at, state, kind: 'onboard', progress: '{}' },
      ...{ subject: 'payments', user_ref: 'user:default/ada', updated_at: 0 },
      task: JSON.stringify({ owner }),
    });
    await knex('velero_operation').insert([
      operation('second', 'group:default/payments', 2),
      operation('third', 'group:default/shop', 3, 'failed'),
      operation('first', 'group:default/shop', 1),
    ]);
    await knex.migrate.latest({ directory });
    expect(await knex('velero_tenant_name').select()).toEqual([
      {
        tenant: 'payments',
        owner: 'group:default/payments',
        operation: null,
      },
    ]);
  });

  it.each(['20261203120000_storage_places.js', '20261204120000_oci_places.js'])(
    'have the places of storage locations read anew by %s',
    async places => {
      const knex = await databases.init(id);
      const before = readdirSync(directory).filter(name => name < places);
      for (let step = 0; step < before.length; step++) {
        await knex.migrate.up({ directory });
      }
      const kinds = ['backups', 'backupstoragelocations'] as const;
      await knex('velero_object').insert(
        kinds.map(resource => ({
          ...{ cluster: 'eu', namespace: 'velero', name: 'one', resource },
          ...{ resource_version: '7', phase: '', sort_time: 0, doc: '{}' },
        })),
      );
      await knex('velero_watch_position').insert(
        kinds.map(resource => ({
          ...{ cluster: 'eu', resource, scope: '', resource_version: '7' },
        })),
      );
      await knex('velero_cluster').insert({ name: 'eu', state: 'live' });
      await knex.migrate.up({ directory });
      expect(
        await knex('velero_object')
          .select('resource', 'resource_version')
          .orderBy('resource'),
      ).toEqual([
        { resource: 'backups', resource_version: '7' },
        { resource: 'backupstoragelocations', resource_version: '' },
      ]);
      expect(await knex('velero_watch_position').select('resource')).toEqual([
        { resource: 'backups' },
      ]);
      expect(await knex('velero_cluster').select()).toEqual([]);
    },
  );
});
