// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('velero_operation', table => {
    table.comment('What takes longer than a request, with how far it is');
    table.string('id', 36).primary();
    table.string('kind', 32).notNullable();
    table.string('subject', 255).notNullable().comment('What it is done to');
    table.string('user_ref', 255).notNullable().comment('Who asked for it');
    table.string('state', 32).notNullable();
    table.boolean('cancelled').comment('True once somebody wants it to stop');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.string('holder', 255).comment('The replica that works on it');
    table.integer('epoch').notNullable().defaultTo(0);
    table.bigInteger('expires_at').notNullable().defaultTo(0);
    table.text('task').notNullable().comment('JSON: what is to be done');
    table.text('progress').notNullable().comment('JSON: what was done');
    table.index(['subject', 'created_at'], 'velero_operation_subject_idx');
  });
  await knex.schema.createTable('velero_operation_lock', table => {
    table.comment('What a running operation has for itself alone');
    table.string('name', 255).primary();
    table
      .string('operation', 36)
      .notNullable()
      .references('velero_operation.id')
      .onDelete('CASCADE');
  });
  await knex.schema.createTable('velero_credential', table => {
    table.comment('Secrets that the portal wrote and may not read');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('name', 255).notNullable();
    table
      .string('digest', 64)
      .comment(
        'Tells whether another text is the same; null when nobody may know',
      );
    table.primary(['cluster', 'namespace', 'name']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('velero_credential');
  await knex.schema.dropTable('velero_operation_lock');
  await knex.schema.dropTable('velero_operation');
};
