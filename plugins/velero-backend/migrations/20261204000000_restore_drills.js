// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('velero_restore_request', table => {
    table.text('drill').comment('JSON: of drills, what is known beside');
    table
      .string('cleanup', 16)
      .comment('Of drills: how far their scratch namespaces are gone');
    table.boolean('proven').comment('Of drills that are over');
    table.bigInteger('ended_at').comment('Of drills that are over');
    table.index(
      ['cleanup', 'held_until'],
      'velero_restore_request_cleanup_idx',
    );
  });
  await knex.schema.createTable('velero_drill_schedule', table => {
    table.comment('When drills are made of the namespaces of an entity');
    table.string('id', 36).primary();
    table.integer('version').notNullable();
    table.string('entity_ref', 255).notNullable().unique();
    table.string('cluster', 255).notNullable();
    table.text('namespaces').notNullable().comment('JSON: names');
    table.string('cron', 255).notNullable().comment('Five fields, in UTC');
    table.text('requester').notNullable().comment('JSON: for whom, as what');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('next_run').comment('Null when it has stopped');
    table.string('last_request', 36);
    table.text('last_problem').comment('JSON: why the last run did not begin');
    table.string('holder', 255).comment('The replica that works on it');
    table.bigInteger('held_until').notNullable().defaultTo(0);
    table.index(['next_run', 'held_until'], 'velero_drill_schedule_due_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('velero_drill_schedule');
  await knex.schema.alterTable('velero_restore_request', table => {
    table.dropIndex(
      ['cleanup', 'held_until'],
      'velero_restore_request_cleanup_idx',
    );
    table.dropColumns('drill', 'cleanup', 'proven', 'ended_at');
  });
};
