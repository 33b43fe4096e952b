import { entityParameters, refusals, restoreFailures } from './openapiParts';

function contentOf<TName extends string>(schema: TName) {
  return {
    'application/json': {
      schema: { $ref: `#/components/schemas/${schema}` as const },
    },
  } as const;
}

/** The paths of drills. */
export const drillPaths = {
  '/entities/by-name/{kind}/{namespace}/{name}/drills': {
    get: {
      operationId: 'GetDrills',
      description:
        'What drills have proven of the namespaces of an entity, and when the next one is',
      parameters: entityParameters,
      responses: {
        ...refusals,
        '200': {
          description: 'What is known',
          content: contentOf('Drills'),
        },
      },
    },
    post: {
      operationId: 'RequestDrill',
      description:
        'Asks for a drill out of the newest backup that is good; the same `key` again gives the same request',
      parameters: entityParameters,
      requestBody: { required: true, content: contentOf('NewDrill') },
      responses: {
        ...restoreFailures,
        '201': {
          description: 'It is kept, and waits for its turn',
          content: contentOf('RestoreRequestDetails'),
        },
      },
    },
  },
  '/entities/by-name/{kind}/{namespace}/{name}/drill-schedule': {
    get: {
      operationId: 'GetDrillSchedule',
      description: 'When drills are made of the namespaces of an entity',
      parameters: entityParameters,
      responses: {
        ...refusals,
        '200': {
          description: 'The schedule',
          content: contentOf('DrillSchedule'),
        },
      },
    },
    put: {
      operationId: 'SetDrillSchedule',
      description:
        'Has drills made at times, on behalf of the caller; in place of what the entity had before',
      parameters: entityParameters,
      requestBody: { required: true, content: contentOf('NewDrillSchedule') },
      responses: {
        ...refusals,
        '200': {
          description: 'The schedule',
          content: contentOf('DrillSchedule'),
        },
      },
    },
    delete: {
      operationId: 'RemoveDrillSchedule',
      description: 'Has no more drills made by themselves',
      parameters: entityParameters,
      responses: {
        ...refusals,
        '200': {
          description: 'Whether there was one',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['removed'],
                properties: { removed: { type: 'boolean' } },
              },
            },
          },
        },
      },
    },
  },
} as const;
