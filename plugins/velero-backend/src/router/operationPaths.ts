import { entityParameters, refusals } from './openapiParts';

/** What having something done can fail by; `error.reason` tells apart what the status does not. */
const failures = {
  ...refusals,
  '409': {
    description:
      'Nothing was done: Velero would refuse it, as for a location that is not available; the message is its own',
  },
  '429': {
    description:
      'Nothing was done: the limit is reached; `error.possibleAt` says until when',
  },
  '502': { description: 'Nothing was done: the cluster refuses' },
  '503': { description: 'Nothing was done: the cluster cannot be reached' },
  '504': {
    description:
      'The cluster did not say whether it was done; `error.backup` names what to look for',
  },
} as const;

/** Has a backup made. */
export const postBackup = {
  operationId: 'CreateEntityBackup',
  description:
    'Has Velero make a backup of namespaces of an entity, all of them proven to be the caller’s. The server builds the spec',
  parameters: entityParameters,
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/BackupRequest' },
      },
    },
  },
  responses: {
    ...failures,
    '201': {
      description: 'The backup is in the cluster; Velero takes it from there',
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/CreatedBackup' },
        },
      },
    },
  },
} as const;

const schedule = {
  'application/json': {
    schema: { $ref: '#/components/schemas/CreatedSchedule' },
  },
} as const;

/** Has a schedule made. */
export const postSchedule = {
  operationId: 'CreateEntitySchedule',
  description:
    'Has Velero back up namespaces of an entity by a schedule, all of them proven to be the caller’s. The server builds the spec. The same request again changes nothing',
  parameters: entityParameters,
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/ScheduleRequest' },
      },
    },
  },
  responses: {
    ...failures,
    '200': {
      description: 'Nothing was made: it is there, or it was a dry run',
      content: schedule,
    },
    '201': { description: 'The schedule is in the cluster', content: schedule },
  },
} as const;

/** The paths of what Velero is asked to do. */
export const operationPaths = {
  '/entities/by-name/{kind}/{namespace}/{name}/backup-options': {
    get: {
      operationId: 'GetEntityBackupOptions',
      description: 'What a backup of an entity can be made of, by the caller',
      parameters: entityParameters,
      responses: {
        ...refusals,
        '200': {
          description: 'One item for each Velero server',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['items', 'quota', 'clusters', 'namespaces'],
                properties: {
                  items: {
                    type: 'array',
                    items: { $ref: '#/components/schemas/BackupOption' },
                  },
                  quota: { $ref: '#/components/schemas/BackupQuota' },
                  clusters: {
                    type: 'array',
                    items: { $ref: '#/components/schemas/ClusterFreshness' },
                  },
                  namespaces: {
                    type: 'array',
                    items: { $ref: '#/components/schemas/ClaimedNamespace' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
