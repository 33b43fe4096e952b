import {
  name,
  pagingParameters,
  refusals,
  restoreFailures,
} from './openapiParts';

const idParameters = [
  { name: 'id', in: 'path', required: true, schema: name },
] as const;

const details = {
  'application/json': {
    schema: { $ref: '#/components/schemas/RestoreRequestDetails' },
  },
} as const;

function bodyOf<TName extends string>(schema: TName) {
  return {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` as const },
      },
    },
  } as const;
}

/** A decision on a request, by somebody who may make it. */
function decision<TId extends string, TBody extends string>(
  operationId: TId,
  description: string,
  schema: TBody,
) {
  return {
    post: {
      operationId,
      description,
      parameters: idParameters,
      requestBody: bodyOf(schema),
      responses: {
        ...restoreFailures,
        '200': { description: 'The request, as it is now', content: details },
      },
    },
  } as const;
}

/** The paths of restores by request. */
export const restorePaths = {
  '/restore-requests/preview': {
    post: {
      operationId: 'PreviewRestore',
      description: 'What would come of a wish; keeps nothing',
      requestBody: bodyOf('RestorePreviewQuery'),
      responses: {
        ...restoreFailures,
        '200': {
          description: 'What was looked at, and what Velero would be asked for',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RestorePreview' },
            },
          },
        },
      },
    },
  },
  '/restore-policies/evaluate': {
    post: {
      operationId: 'EvaluateRestorePolicies',
      description:
        'What would come of a wish if somebody else had it, or other policies held; for administrators. Keeps nothing',
      requestBody: bodyOf('RestorePolicyQuestion'),
      responses: {
        ...restoreFailures,
        '200': {
          description: 'What was looked at, and what Velero would be asked for',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RestorePreview' },
            },
          },
        },
      },
    },
  },
  '/restore-requests': {
    get: {
      operationId: 'GetRestoreRequests',
      description:
        'Requests that the caller has made, may decide on, or that are about an entity of theirs',
      parameters: [
        ...pagingParameters,
        {
          name: 'view',
          in: 'query',
          schema: { type: 'string', enum: ['mine', 'waiting', 'all'] },
        },
        { name: 'entityRef', in: 'query', schema: name },
        {
          name: 'state',
          in: 'query',
          schema: { $ref: '#/components/schemas/RestoreState' },
        },
      ],
      responses: {
        ...refusals,
        '200': {
          description: 'The newest first',
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
                      $ref: '#/components/schemas/RestoreRequestSummary',
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
    post: {
      operationId: 'RequestRestore',
      description:
        'Asks for a restore. The server builds the spec; the same `key` again gives the same request',
      requestBody: bodyOf('NewRestoreRequest'),
      responses: {
        ...restoreFailures,
        '201': {
          description: 'It is kept, and waits for a decision or for its turn',
          content: details,
        },
      },
    },
  },
  '/restore-requests/export': {
    get: {
      operationId: 'ExportRestoreEvents',
      description:
        'What happened to all requests, the oldest first, as lines of JSON or as CSV; for administrators. The header `x-next-after` is there when there is more',
      parameters: [
        {
          name: 'after',
          in: 'query',
          description: '`seq` of the last event that is known',
          schema: { type: 'integer', minimum: 0, default: 0 },
        },
        {
          name: 'limit',
          in: 'query',
          schema: { type: 'integer', minimum: 1, maximum: 5000, default: 1000 },
        },
        {
          name: 'format',
          in: 'query',
          schema: { type: 'string', enum: ['jsonl', 'csv'], default: 'jsonl' },
        },
      ],
      responses: {
        ...refusals,
        '200': {
          description: 'One line for each event',
          content: {
            'application/jsonl': { schema: { type: 'string' } },
            'text/csv': { schema: { type: 'string' } },
          },
        },
      },
    },
  },
  '/restore-requests/options': {
    get: {
      operationId: 'GetRestoreOptions',
      description: 'What the caller may do about restores',
      responses: {
        ...refusals,
        '200': {
          description: 'As far as it does not depend on a namespace',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RestoreOptions' },
            },
          },
        },
      },
    },
  },
  '/restore-requests/{id}/checks': {
    get: {
      operationId: 'GetRestoreRequestChecks',
      description:
        'How a request that has not begun stands at this moment, judged for whoever made it; for them, for those who may decide, and for administrators',
      parameters: idParameters,
      responses: {
        ...restoreFailures,
        '200': {
          description: 'What was looked at, and what would make it stale',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RestoreRequestChecks' },
            },
          },
        },
      },
    },
  },
  '/restore-requests/{id}': {
    get: {
      operationId: 'GetRestoreRequest',
      description: 'One request with its history',
      parameters: idParameters,
      responses: {
        ...refusals,
        '200': { description: 'The request', content: details },
      },
    },
  },
  '/restore-requests/{id}/events': {
    get: {
      operationId: 'GetRestoreRequestEvents',
      description: 'What happened to a request',
      parameters: idParameters,
      responses: {
        ...refusals,
        '200': {
          description: 'The newest last',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RestoreRequestEvents' },
            },
          },
        },
      },
    },
  },
  '/restore-requests/{id}/approve': decision(
    'ApproveRestoreRequest',
    'Agrees to a request of somebody else, as it would be carried out now',
    'RestoreDecision',
  ),
  '/restore-requests/{id}/reject': decision(
    'RejectRestoreRequest',
    'Refuses a request of somebody else, with a reason',
    'RestoreStatement',
  ),
  '/restore-requests/{id}/cancel': decision(
    'CancelRestoreRequest',
    'Takes a request back that Velero has not got yet, or closes one that nobody can tell the end of',
    'RestoreDecision',
  ),
  '/restore-requests/{id}/comments': decision(
    'CommentRestoreRequest',
    'Says something about a request',
    'RestoreStatement',
  ),
} as const;
