import { backupParameters, pagingParameters, refusals } from './openapiParts';

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;

const count = { type: 'integer', minimum: 0 } as const;

const uses = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: [
      'cluster',
      'veleroNamespace',
      'name',
      'accessMode',
      'phase',
      'backups',
      'schedules',
    ],
    properties: {
      cluster: text,
      veleroNamespace: text,
      name: text,
      accessMode: { type: 'string', enum: ['ReadWrite', 'ReadOnly'] },
      phase: text,
      message: text,
      lastValidatedAt: time,
      backups: {
        ...count,
        description: 'Of the cluster that name it, whatever became of them',
      },
      schedules: {
        ...count,
        description:
          'Of the cluster that name it, without those that leave the location to Velero',
      },
    },
  },
} as const;

/** The paths of where backups are kept. */
export const storagePaths = {
  '/locations': {
    get: {
      operationId: 'GetStoragePlaces',
      description:
        'The places where backups are kept, with who writes and who reads there; for administrators',
      parameters: pagingParameters,
      responses: {
        ...refusals,
        '200': {
          description: 'A page of places, each once',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['items', 'pageInfo'],
                properties: {
                  items: {
                    type: 'array',
                    items: {
                      type: 'object',
                      additionalProperties: false,
                      required: ['writers', 'readers'],
                      properties: {
                        provider: text,
                        service: text,
                        host: text,
                        bucket: text,
                        prefix: text,
                        backups: {
                          ...count,
                          description:
                            'How much is there: backups that ended `Completed` or `PartiallyFailed`, each once; absent while no Velero has looked',
                        },
                        writers: uses,
                        readers: uses,
                      },
                    },
                  },
                  pageInfo: { $ref: '#/components/schemas/PageInfo' },
                },
              },
            },
          },
        },
      },
    },
  },
  '/locations/{cluster}/{veleroNamespace}/{name}/verify': {
    post: {
      operationId: 'VerifyLocation',
      description:
        'Has Velero check a storage location, and waits for what it says, 15 s at most',
      parameters: backupParameters,
      responses: {
        ...refusals,
        '200': {
          description: 'What Velero says',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['phase', 'checkedAt'],
                properties: { phase: text, message: text, checkedAt: time },
              },
            },
          },
        },
        '502': { description: 'Nothing was checked: the cluster refuses' },
        '503': {
          description: 'Nothing was checked: the cluster cannot be reached',
        },
        '504': { description: 'Velero did not check it in time' },
      },
    },
  },
} as const;
