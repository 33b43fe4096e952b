// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('velero_restore_mapping', table => {
    table.comment('Namespaces that restores write to under another name');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable().comment('Where Velero runs');
    table.string('restore', 255).notNullable();
    table.string('source', 63).notNullable().comment('Namespace in the backup');
    table.string('target', 255).notNullable();
    table.primary(['cluster', 'namespace', 'restore', 'source']);
    table.index(['cluster', 'target'], 'velero_restore_mapping_target_idx');
  });
  // Rows of unchanged objects are not written again, so the mappings would be missing: collect restores anew.
  const restores = { resource: 'restores' };
  await knex('velero_object').where(restores).del();
  await knex('velero_watch_position').where(restores).del();
  await knex('velero_cluster').del();
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('velero_restore_mapping');
};
