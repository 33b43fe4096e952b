import { backupParameters, refusals } from './openapiParts';

/** What a file that has to be fetched can fail by; `error.reason` tells apart what the status does not. */
const failures = {
  ...refusals,
  '409': { description: 'It has not ended, so there is no file yet' },
  '502': {
    description:
      'The cluster or the object store refuses, or the file is not as Velero writes it',
  },
  '503': { description: 'The cluster cannot be reached' },
  '504': { description: 'Velero or the object store takes too long' },
} as const;

function json<TRef extends string>(description: string, ref: TRef) {
  return {
    ...failures,
    '200': {
      description,
      content: { 'application/json': { schema: { $ref: ref } } },
    },
  } as const;
}

const listParameters = [
  ...backupParameters,
  {
    name: 'q',
    in: 'query',
    description: 'A part of `kind/namespace/name`',
    schema: { type: 'string', maxLength: 253 },
  },
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
  },
  {
    name: 'offset',
    in: 'query',
    schema: { type: 'integer', minimum: 0, default: 0 },
  },
] as const;

/** The four operations on what Velero stored beside a backup or restore. */
function operations<TNoun extends 'Backup' | 'Restore'>(noun: TNoun) {
  const what = noun.toLowerCase();
  return {
    logs: {
      get: {
        operationId: `Get${noun}Log`,
        description: `The log of a ${what}, as it comes. When it breaks off, its last line says why`,
        parameters: backupParameters,
        responses: {
          ...failures,
          '200': {
            description: 'The log',
            content: { 'text/plain': { schema: { type: 'string' } } },
          },
        },
      },
    },
    results: {
      get: {
        operationId: `Get${noun}Results`,
        description: `Errors and warnings of a ${what}`,
        parameters: backupParameters,
        responses: json(
          'Each message once for each place',
          '#/components/schemas/BackupResults',
        ),
      },
    },
    resources: {
      get: {
        operationId: `Get${noun}Resources`,
        description: `What is in a ${what}, by kind, namespace and name`,
        parameters: listParameters,
        responses: json(
          'A page of resources',
          '#/components/schemas/BackupResources',
        ),
      },
    },
    volumes: {
      get: {
        operationId: `Get${noun}Volumes`,
        description: 'What became of the volumes, and how large they are',
        parameters: backupParameters,
        responses: json(
          `The volumes that the ${what} met`,
          '#/components/schemas/BackupVolumes',
        ),
      },
    },
  } as const;
}

const backup = operations('Backup');
const restore = operations('Restore');

/** The paths of what Velero stored beside backups and restores. */
export const artifactPaths = {
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/logs': backup.logs,
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/results':
    backup.results,
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/resources':
    backup.resources,
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/volumes':
    backup.volumes,
  '/clusters/{cluster}/restores/{veleroNamespace}/{name}/logs': restore.logs,
  '/clusters/{cluster}/restores/{veleroNamespace}/{name}/results':
    restore.results,
  '/clusters/{cluster}/restores/{veleroNamespace}/{name}/resources':
    restore.resources,
  '/clusters/{cluster}/restores/{veleroNamespace}/{name}/volumes':
    restore.volumes,
} as const;
