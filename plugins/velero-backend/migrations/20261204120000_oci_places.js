// @ts-check

/**
 * The places of namespaces of OCI were told for one: read the locations anew, as rows of unchanged objects are not written
 * again.
 *
 * @param {import('knex').Knex} knex
 */
async function readLocationsAnew(knex) {
  const locations = { resource: 'backupstoragelocations' };
  await knex('velero_object').where(locations).update({ resource_version: '' });
  await knex('velero_watch_position').where(locations).del();
  await knex('velero_cluster').del();
}

exports.up = readLocationsAnew;

exports.down = readLocationsAnew;
