import { backupParameters, refusals } from './openapiParts';

/** What a file that has to be fetched can fail by; `error.reason` tells apart what the status does not. */
const failures = {
  ...refusals,
  '409': { description: 'The backup has not ended, so there is no file yet' },
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

/** The paths of what Velero stored beside a backup. */
export const artifactPaths = {
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/logs': {
    get: {
      operationId: 'GetBackupLog',
      description:
        'The log of a backup, as it comes. When it breaks off, its last line says why',
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
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/results': {
    get: {
      operationId: 'GetBackupResults',
      description: 'Errors and warnings of a backup',
      parameters: backupParameters,
      responses: json(
        'Each message once for each place',
        '#/components/schemas/BackupResults',
      ),
    },
  },
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/resources': {
    get: {
      operationId: 'GetBackupResources',
      description: 'What is in a backup, by kind, namespace and name',
      parameters: [
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
      ],
      responses: json(
        'A page of resources',
        '#/components/schemas/BackupResources',
      ),
    },
  },
  '/clusters/{cluster}/backups/{veleroNamespace}/{name}/volumes': {
    get: {
      operationId: 'GetBackupVolumes',
      description: 'What became of the volumes, and how large they are',
      parameters: backupParameters,
      responses: json(
        'The volumes that the backup met',
        '#/components/schemas/BackupVolumes',
      ),
    },
  },
} as const;
