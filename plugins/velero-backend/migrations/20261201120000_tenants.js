// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('velero_object', table => {
    table
      .string('tenant', 63)
      .comment('Whom a portal made a location or schedule for');
    table.string('tenant_owner', 63).comment("The mark of the tenant's owner");
    table.index(
      ['tenant', 'tenant_owner', 'cluster'],
      'velero_object_tenant_idx',
      { predicate: knex.whereNotNull('tenant') },
    );
  });
  // Rows of unchanged objects are not written again, so the columns would stay empty: read these two anew.
  const marked = ['schedules', 'backupstoragelocations'];
  await knex('velero_object')
    .whereIn('resource', marked)
    .update({ resource_version: '' });
  await knex('velero_watch_position').whereIn('resource', marked).del();
  await knex('velero_cluster').del();
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('velero_object', table => {
    table.dropIndex([], 'velero_object_tenant_idx');
    table.dropColumns('tenant', 'tenant_owner');
  });
};
