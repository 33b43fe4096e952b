// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('velero_cluster', table => {
    table.comment('What the portal knows about each registered cluster');
    table.string('name', 255).primary();
    table.string('state', 32).notNullable();
    table.bigInteger('synced_at').comment('Milliseconds since the epoch');
    table.text('reason');
    table.string('velero_version', 255);
    table.string('identity', 255).comment('Uid of the namespace kube-system');
  });

  await knex.schema.createTable('velero_cluster_lease', table => {
    table.comment('Which replica collects from a cluster; epoch fences writes');
    table.string('cluster', 255).primary();
    table.string('holder', 255).notNullable();
    table.integer('epoch').notNullable();
    table.bigInteger('expires_at').notNullable();
  });

  await knex.schema.createTable('velero_watch_position', table => {
    table.comment('Resource version from which a list-watch can resume');
    table.string('cluster', 255).notNullable();
    table.string('resource', 64).notNullable();
    table
      .string('scope', 63)
      .notNullable()
      .comment('Namespace, or empty for all');
    table.string('resource_version', 255).notNullable();
    table.primary(['cluster', 'resource', 'scope']);
  });

  await knex.schema.createTable('velero_namespace', table => {
    table.comment('Namespaces of the clusters, for the proof of ownership');
    table.string('cluster', 255).notNullable();
    table.string('name', 63).notNullable();
    table.string('uid', 255);
    table.string('resource_version', 255).notNullable();
    table.primary(['cluster', 'name']);
  });

  await knex.schema.createTable('velero_namespace_owner', table => {
    table.comment('Owners that a namespace names in its annotation');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('owner', 255).notNullable().comment('Entity reference');
    table.primary(['cluster', 'namespace', 'owner']);
    table.index(['owner', 'cluster'], 'velero_namespace_owner_owner_idx');
  });

  await knex.schema.createTable('velero_selection', table => {
    table.comment('Namespaces that specs select; specs repeat by schedule');
    table.increments('id').primary();
    table.string('cluster', 255).notNullable();
    table.string('digest', 64).notNullable();
    table.text('includes').notNullable().comment('JSON list');
    table.text('excludes').notNullable().comment('JSON list');
    table.unique(['cluster', 'digest'], {
      indexName: 'velero_selection_digest_idx',
    });
  });

  await knex.schema.createTable('velero_object', table => {
    table.comment('Objects of Velero, one row each, as last seen');
    table.string('cluster', 255).notNullable();
    table.string('resource', 64).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('name', 255).notNullable();
    table.string('uid', 255);
    table.string('resource_version', 255).notNullable();
    table.bigInteger('sort_time').notNullable();
    table.string('phase', 128).notNullable();
    table.string('schedule', 255);
    table.string('location', 255);
    table.integer('selection_id');
    table
      .string('place', 64)
      .comment('Digest of where a location keeps objects');
    table.text('doc').notNullable().comment('Trimmed object as JSON');
    table.primary(['cluster', 'resource', 'namespace', 'name']);
    table.index(
      ['cluster', 'resource', 'selection_id', 'sort_time'],
      'velero_object_selection_idx',
    );
    table.index(
      ['cluster', 'resource', 'selection_id', 'namespace', 'location'],
      'velero_object_location_idx',
    );
    table.index(['place'], 'velero_object_place_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'velero_object',
    'velero_selection',
    'velero_namespace_owner',
    'velero_namespace',
    'velero_watch_position',
    'velero_cluster_lease',
    'velero_cluster',
  ]) {
    await knex.schema.dropTable(table);
  }
};
