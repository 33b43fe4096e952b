import { backupParameters, refusals } from './openapiParts';

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;

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
    ],
    properties: {
      cluster: text,
      veleroNamespace: text,
      name: text,
      accessMode: { type: 'string', enum: ['ReadWrite', 'ReadOnly'] },
      phase: text,
      message: text,
      lastValidatedAt: time,
      backups: { type: 'integer', minimum: 0 },
    },
  },
} as const;

/** The paths of where backups are kept. */
export const storagePaths = {
  '/locations': {
    get: {
      operationId: 'GetStoragePlaces',
      description:
        'All places where backups are kept, with who writes and who reads there; for administrators',
      responses: {
        ...refusals,
        '200': {
          description: 'Each place once',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['items'],
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
                        writers: uses,
                        readers: uses,
                      },
                    },
                  },
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
