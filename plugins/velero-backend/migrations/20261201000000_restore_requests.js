// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('velero_restore_request', table => {
    table.comment('What people want restored, and what became of it');
    table.string('id', 36).primary();
    table
      .integer('version')
      .notNullable()
      .comment('Goes up with each change, so that no two are made at once');
    table.string('state', 32).notNullable();
    table.string('user_ref', 255).notNullable();
    table
      .string('request_key', 255)
      .notNullable()
      .comment('What the requester calls it, so that it is made once');
    table.string('cluster', 255).notNullable();
    table.string('velero_namespace', 63).notNullable();
    table.string('backup', 253).notNullable();
    table.string('restore', 63).notNullable().comment('Name of the Restore');
    table.string('restore_uid', 255);
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('When it is over unless something happens');
    table.bigInteger('not_before').notNullable().defaultTo(0);
    table.string('holder', 255).comment('The replica that works on it');
    table.bigInteger('held_until').notNullable().defaultTo(0);
    table.text('wish').notNullable().comment('JSON: what is wished');
    table.text('requester').notNullable().comment('JSON: who, as what');
    table.text('binding').notNullable().comment('JSON: what is agreed to');
    table.text('approvals').notNullable().comment('JSON: who has to agree');
    table.text('owners').notNullable().comment('JSON: whose the targets are');
    table.text('outcome').comment('JSON: what came of it');
    table.unique(['user_ref', 'request_key'], {
      indexName: 'velero_restore_request_key_idx',
    });
    table.index(
      ['user_ref', 'created_at', 'id'],
      'velero_restore_request_user_idx',
    );
    table.index(['created_at', 'id'], 'velero_restore_request_time_idx');
    table.index(['state', 'due_at'], 'velero_restore_request_due_idx');
    table.index(
      ['cluster', 'velero_namespace', 'restore'],
      'velero_restore_request_restore_idx',
    );
  });
  await knex.schema.createTable('velero_restore_request_namespace', table => {
    table.comment('The namespaces that a request is about');
    table.string('request', 36).notNullable();
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.boolean('is_target').notNullable();
    table.primary(['request', 'cluster', 'namespace', 'is_target']);
    table.index(
      ['cluster', 'namespace', 'is_target'],
      'velero_restore_request_namespace_idx',
    );
  });
  await knex.schema.createTable('velero_restore_approver', table => {
    table.comment('Who may decide on a request');
    table.string('request', 36).notNullable();
    table.string('ref', 255).notNullable();
    table.primary(['request', 'ref']);
    table.index(['ref'], 'velero_restore_approver_ref_idx');
  });
  await knex.schema.createTable('velero_restore_event', table => {
    table.comment(
      'What happened to requests; rows are added and never changed',
    );
    table.bigInteger('seq').primary();
    table.string('request', 36).notNullable();
    table.bigInteger('at').notNullable();
    table.string('type', 32).notNullable();
    table.string('actor', 255).comment('Who; null for the portal itself');
    table.text('body').notNullable().comment('JSON');
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of the row and of the hash of the row before');
    table.index(['request', 'seq'], 'velero_restore_event_request_idx');
  });
  await knex.schema.createTable('velero_restore_chain', table => {
    table.comment('The end of the chain of events: one row');
    table.integer('id').primary();
    table.bigInteger('seq').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex('velero_restore_chain').insert({
    id: 1,
    seq: 0,
    hash: '0'.repeat(64),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'velero_restore_chain',
    'velero_restore_event',
    'velero_restore_approver',
    'velero_restore_request_namespace',
    'velero_restore_request',
  ]) {
    await knex.schema.dropTable(table);
  }
};
