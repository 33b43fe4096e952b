// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('velero_object', table => {
    table
      .bigInteger('copied_at')
      .comment('When a backup began that ended Completed with items');
    table
      .text('stops')
      .comment('JSON: the duration that Velero cannot read and stops at');
    table.string('parent', 255).comment('The backup of a restore');
    table
      .boolean('synced')
      .comment('True for backups that Velero has found in a store, else null');
    table
      .boolean('unfinished')
      .comment('True for backups and restores that wait or run, else null');
    table.index(
      ['cluster', 'resource', 'schedule', 'sort_time'],
      'velero_object_schedule_idx',
    );
    table.index(
      ['cluster', 'resource', 'schedule', 'copied_at'],
      'velero_object_copy_idx',
    );
    table.index(['cluster'], 'velero_object_stops_idx', {
      predicate: knex.whereNotNull('stops'),
    });
    table.index(['cluster', 'resource'], 'velero_object_unfinished_idx', {
      predicate: knex.whereNotNull('unfinished'),
    });
  });
  // Rows of unchanged objects are not written again, so the new columns would stay empty: collect everything anew.
  for (const table of [
    'velero_object',
    'velero_watch_position',
    'velero_cluster',
  ]) {
    await knex(table).del();
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('velero_object', table => {
    for (const index of ['schedule', 'copy', 'stops', 'unfinished']) {
      table.dropIndex([], `velero_object_${index}_idx`);
    }
    table.dropColumns('copied_at', 'stops', 'parent', 'unfinished', 'synced');
  });
};
