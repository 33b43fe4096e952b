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

export const refusals = {
  '400': { description: 'A parameter or an annotation cannot be read' },
  '401': { description: 'No user is signed in' },
  '403': {
    description:
      'Ownership is not proven (`error.namespaces` says how to prove it), or a permission is missing',
  },
  '404': { description: 'There is no such thing, or it is not the reader’s' },
} as const;
