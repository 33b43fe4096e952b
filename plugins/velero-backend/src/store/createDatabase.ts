import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isPostgres } from './databaseTime';

/** Gives the plugin's database with all migrations applied. */
export async function createDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!isPostgres(knex)) {
    await tuneSqlite(knex);
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-velero-backend',
        'migrations',
      ),
    });
  }
  return knex;
}

/**
 * SQLite writes on the event loop and by default waits for the disk at each transaction. The store only mirrors what
 * the clusters have, so it may lose the last moments before a power cut: the list-watch reads them again.
 */
async function tuneSqlite(knex: Knex): Promise<void> {
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = NORMAL');
}
