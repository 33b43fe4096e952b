import createKnex, { Knex } from 'knex';

/** Opens the database of a benchmark: a file of SQLite, or PostgreSQL by its connection string. */
export function openDatabase(address: string): Knex {
  return address.startsWith('postgres')
    ? createKnex({ client: 'pg', connection: address })
    : createKnex({
        client: 'better-sqlite3',
        connection: { filename: address },
        useNullAsDefault: true,
        pool: { min: 1, max: 1 },
      });
}
