/** What several paths of the OpenAPI document have in common. */

/** PostgreSQL takes no NUL in text. */
export const name = {
  type: 'string',
  minLength: 1,
  maxLength: 253,
  pattern: '^[^\\u0000]*$',
} as const;

/** Names an entity of the catalog. */
export const entityParameters = [
  { name: 'kind', in: 'path', required: true, schema: name },
  { name: 'namespace', in: 'path', required: true, schema: name },
  { name: 'name', in: 'path', required: true, schema: name },
] as const;

/** Names a backup in the fleet. */
export const backupParameters = [
  { name: 'cluster', in: 'path', required: true, schema: name },
  { name: 'veleroNamespace', in: 'path', required: true, schema: name },
  { name: 'name', in: 'path', required: true, schema: name },
] as const;

/** Which part of a list is wanted. */
export const pagingParameters = [
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 25 },
  },
  {
    name: 'cursor',
    in: 'query',
    description: '`pageInfo.nextCursor` of the answer to the same query',
    schema: { type: 'string', minLength: 1, maxLength: 2048 },
  },
] as const;

export const refusals = {
  '400': { description: 'A parameter or an annotation cannot be read' },
  '401': { description: 'No user is signed in' },
  '403': {
    description:
      'Ownership is not proven (`error.namespaces` says how to prove it), or a permission is missing',
  },
  '404': { description: 'There is no such thing, or it is not the reader’s' },
} as const;

/** Of what is asked of restores and drills, which a live cluster is looked at for. */
export const restoreFailures = {
  ...refusals,
  '409': {
    description:
      'Nothing was done: `error.checks` or the message says what stands in the way',
  },
  '429': { description: 'Asked too often in a minute' },
  '503': {
    description:
      'Nothing was done: the cluster, or what its location holds, cannot be read now',
  },
} as const;
