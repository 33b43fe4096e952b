// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('velero_backup_slot', table => {
    table.comment('The backups that each user may ask for in an hour');
    table.string('user_ref', 255).notNullable();
    table.integer('slot').notNullable();
    table
      .bigInteger('taken_at')
      .notNullable()
      .comment('In milliseconds by the clock of the database; 0 when free');
    table
      .integer('holders')
      .notNullable()
      .defaultTo(0)
      .comment(
        'How many calls of the request have the slot and did not give it back',
      );
    table.string('request_id', 36).comment('What the request called itself');
    table.text('backup').comment('JSON: the backup that came of the request');
    table.primary(['user_ref', 'slot']);
    table.unique(['user_ref', 'request_id'], {
      indexName: 'velero_backup_slot_request_uniq',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('velero_backup_slot');
};
