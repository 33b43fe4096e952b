// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('velero_notification_mark', table => {
    table.comment('Up to where people were told of what happened');
    table.string('name', 64).primary();
    table.bigInteger('seq').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('velero_notification_mark');
};
