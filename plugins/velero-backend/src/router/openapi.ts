import { artifactPaths } from './artifactPaths';
import { artifactSchemas } from './artifactSchemas';
import {
  backupParameters,
  entityParameters,
  name,
  pagingParameters,
  refusals,
} from './openapiParts';
import { operationPaths, postBackup, postSchedule } from './operationPaths';
import { onboardingPaths } from './onboardingPaths';
import { onboardingSchemas } from './onboardingSchemas';
import { drillPaths } from './drillPaths';
import { drillSchemas } from './drillSchemas';
import { restorePaths } from './restorePaths';
import { restoreSchemas } from './restoreSchemas';
import { storagePaths } from './storagePaths';
import { operationSchemas } from './operationSchemas';
import { protectionSchemas } from './protectionSchemas';
import { schemas } from './schemas';
import { tenantSchemas } from './tenantSchemas';

const listParameters = [
  ...entityParameters,
  ...pagingParameters,
  { name: 'cluster', in: 'query', schema: name },
] as const;

const phaseAndLocation = [
  {
    name: 'phase',
    in: 'query',
    description: 'As Velero says it',
    schema: name,
  },
  { name: 'location', in: 'query', schema: name },
] as const;

/** The envelope of every list about an entity. */
function pageOf<TRef extends string>(ref: TRef) {
  return {
    'application/json': {
      schema: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems', 'pageInfo', 'clusters', 'namespaces'],
        properties: {
          items: { type: 'array', items: { $ref: ref } },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
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
  } as const;
}

/** The HTTP contract of the plugin, below `/api/velero`; served as `openapi.json`. */
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'velero',
    version: '1',
    description: 'What Velero has in all registered clusters',
    license: { name: 'Apache-2.0' },
    contact: {},
  },
  servers: [{ url: '/' }],
  components: {
    schemas: {
      ...schemas,
      ...protectionSchemas,
      ...artifactSchemas,
      ...operationSchemas,
      ...onboardingSchemas,
      ...restoreSchemas,
      ...drillSchemas,
      ...tenantSchemas,
    },
  },
  paths: {
    '/clusters': {
      get: {
        operationId: 'GetClusters',
        description: 'The clusters that are collected from, and their state',
        responses: {
          ...refusals,
          '200': {
            description: 'All registered clusters',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/ClusterSummary' },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
    '/entities/by-name/{kind}/{namespace}/{name}/backups': {
      post: postBackup,
      get: {
        operationId: 'GetEntityBackups',
        description: 'Backups of the namespaces of an entity, newest first',
        parameters: [
          ...listParameters,
          ...phaseAndLocation,
          { name: 'schedule', in: 'query', schema: name },
          {
            name: 'unfinished',
            in: 'query',
            description: 'Only those that wait or run',
            schema: { type: 'boolean', enum: [true] },
          },
          {
            name: 'name',
            in: 'query',
            description:
              'The whole name, as one backup may be seen by several clusters',
            schema: name,
          },
        ],
        responses: {
          ...refusals,
          '200': {
            description: 'A page of backups',
            content: pageOf('#/components/schemas/BackupSummary'),
          },
        },
      },
    },
    '/entities/by-name/{kind}/{namespace}/{name}/schedules': {
      get: {
        operationId: 'GetEntitySchedules',
        description: 'Schedules that take in namespaces of an entity',
        parameters: [...listParameters, ...phaseAndLocation],
        responses: {
          ...refusals,
          '200': {
            description: 'A page of schedules',
            content: pageOf('#/components/schemas/ScheduleSummary'),
          },
        },
      },
      post: postSchedule,
    },
    '/entities/by-name/{kind}/{namespace}/{name}/locations': {
      get: {
        operationId: 'GetEntityLocations',
        description:
          'Storage locations that backups and schedules of an entity use',
        parameters: [
          ...listParameters,
          { name: 'location', in: 'query', schema: name },
        ],
        responses: {
          ...refusals,
          '200': {
            description: 'A page of storage locations',
            content: pageOf('#/components/schemas/LocationSummary'),
          },
        },
      },
    },
    '/entities/by-name/{kind}/{namespace}/{name}/restores': {
      get: {
        operationId: 'GetEntityRestores',
        description:
          'Restores that read or wrote namespaces of an entity, newest first',
        parameters: [
          ...listParameters,
          {
            name: 'phase',
            in: 'query',
            description: 'As Velero says it',
            schema: name,
          },
          {
            name: 'backup',
            in: 'query',
            description: 'Name of the restored backup',
            schema: name,
          },
        ],
        responses: {
          ...refusals,
          '200': {
            description: 'A page of restores',
            content: pageOf('#/components/schemas/RestoreSummary'),
          },
        },
      },
    },
    '/entities/by-name/{kind}/{namespace}/{name}/protection': {
      get: {
        operationId: 'GetEntityProtection',
        description: 'Whether an entity is protected, and why',
        parameters: [...entityParameters],
        responses: {
          ...refusals,
          '200': {
            description: 'The worst of the namespaces decides; each is given',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Protection' },
              },
            },
          },
        },
      },
    },
    '/entities/by-name/{kind}/{namespace}/{name}/history': {
      get: {
        operationId: 'GetEntityHistory',
        description: 'What became of the backups of each day, in UTC',
        parameters: [
          ...entityParameters,
          {
            name: 'days',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 90, default: 30 },
          },
        ],
        responses: {
          ...refusals,
          '200': {
            description: 'The oldest day first; the last one is today',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/History' },
              },
            },
          },
        },
      },
    },
    '/clusters/{cluster}/restores/{veleroNamespace}/{name}': {
      get: {
        operationId: 'GetRestore',
        description: 'One restore',
        parameters: backupParameters,
        responses: {
          ...refusals,
          '200': {
            description: 'The restore with all that may be shown of it',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RestoreDetails' },
              },
            },
          },
        },
      },
    },
    '/clusters/{cluster}/backups/{veleroNamespace}/{name}': {
      get: {
        operationId: 'GetBackup',
        description: 'One backup',
        parameters: backupParameters,
        responses: {
          ...refusals,
          '200': {
            description: 'The backup with all that may be shown of it',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BackupDetails' },
              },
            },
          },
        },
      },
    },
    ...artifactPaths,
    ...operationPaths,
    ...onboardingPaths,
    ...restorePaths,
    ...drillPaths,
    ...storagePaths,
  },
} as const;
