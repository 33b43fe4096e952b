// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('velero_tenant_name', table => {
    table.comment('Whom the name of a tenant belongs to');
    table.string('tenant', 63).primary();
    table.string('owner', 255).notNullable().comment('Full reference');
    table
      .string('operation', 36)
      .comment(
        'What gave it to its owner; null when it stays whatever becomes of that',
      );
  });
  await adoptTenants(knex);
};

/**
 * Names belong to those who have onboarded last under them.
 *
 * @param {import('knex').Knex} knex
 */
async function adoptTenants(knex) {
  const known = await knex('velero_operation')
    .where({ kind: 'onboard', state: 'succeeded' })
    .orderBy('created_at')
    .select('subject', 'task');
  for (const { subject: tenant, task } of known) {
    const { owner } = JSON.parse(task);
    await knex('velero_tenant_name')
      .insert({ tenant, owner })
      .onConflict('tenant')
      .merge();
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('velero_tenant_name');
};
