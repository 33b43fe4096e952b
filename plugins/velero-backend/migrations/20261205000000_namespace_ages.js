// @ts-check

/**
 * Rows of unchanged namespaces are not written again, so their ages would be missing: read them anew.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('velero_namespace', table => {
    table.string('created_at', 32).comment('ISO 8601 in UTC');
  });
  await knex('velero_namespace').update({ resource_version: '' });
  await knex('velero_watch_position').where({ resource: 'namespaces' }).del();
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('velero_namespace', table => {
    table.dropColumn('created_at');
  });
};
