import { Knex } from 'knex';

/**
 * Now, in milliseconds since the epoch, by the clock of the database: replicas whose own clocks differ must agree on
 * when a lease ends.
 */
export function databaseNow(knex: Knex): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('floor(extract(epoch from clock_timestamp()) * 1000)::bigint')
    : knex.raw(`cast((julianday('now') - 2440587.5) * 86400000 as integer)`);
}

/** The same moment wherever it stands in one statement: the one at which it began. */
export function statementTime(knex: Knex): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(
        'floor(extract(epoch from statement_timestamp()) * 1000)::bigint',
      )
    : databaseNow(knex);
}

export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).startsWith('pg');
}
