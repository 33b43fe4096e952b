import { storageProviders } from 'backstage-plugin-velero-common';
import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

/** The inputs that ask for a tenant, as `TenantRequest`. What they mean is checked by the plan. */
export const tenantSchema = {
  tenant: (z: Z) =>
    z.string().describe('Names the tenant in buckets, prefixes and objects'),
  owner: (z: Z) =>
    z.string().describe('Reference of the owner, as group:default/payments'),
  scope: (z: Z) =>
    z
      .enum(['tenant', 'platform'])
      .optional()
      .describe(
        'tenant, the default: namespaces that are proven to be the owner’s; platform: whole clusters',
      ),
  storage: (z: Z) => storage(z).describe('The bucket, and how to get in'),
  clusters: (z: Z) => z.array(cluster(z)).min(1),
  schedules: (z: Z) =>
    z
      .object({
        all: schedule(z).optional(),
        databases: schedule(z).optional(),
        secrets: schedule(z).optional(),
        volumes: schedule(z).optional(),
      })
      .optional()
      .describe('What the schedules are to be like; all four by default'),
  volumes: (z: Z) =>
    z
      .enum(['move-snapshots', 'copy-files', 'snapshots', 'none'])
      .optional()
      .describe('How the data of volumes gets into a backup'),
  readOthers: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe('Whether each cluster reads the backups of the others'),
  firstBackup: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe('Whether each cluster makes a backup at once'),
  takeOver: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether objects that somebody else made are changed; for administrators',
      ),
};

const PROVIDERS = Object.keys(storageProviders) as [
  keyof typeof storageProviders,
];

function storage(z: Z) {
  return z.object({
    provider: z.enum(PROVIDERS).optional(),
    values: z
      .record(z.string())
      .optional()
      .describe('What the provider asks for, by the names of its fields'),
    bucket: z.string().optional().describe('<tenant>-backups by default'),
    config: z
      .record(z.string())
      .optional()
      .describe('Further settings of Velero’s plugin'),
    caCert: z.string().optional(),
    credential: credential(z),
  });
}

function credential(z: Z) {
  return z
    .union([
      z.object({
        existingSecret: z.object({ name: z.string(), key: z.string() }),
      }),
      z.object({
        given: z.object({
          name: z.string().optional(),
          version: z.number().int().optional(),
        }),
      }),
      z.object({ serverIdentity: z.literal(true) }),
    ])
    .describe(
      'Where Velero finds the credential. The values of a given one are secrets of the task, VELERO_<NAME>_<FIELD>, and never an input',
    );
}

function cluster(z: Z) {
  return z.object({
    cluster: z.string(),
    veleroNamespace: z.string().optional(),
    namespaces: z.array(z.string()).optional(),
    prefix: z
      .string()
      .optional()
      .describe('Derived from the cluster by default'),
    storage: storage(z).optional(),
    replicas: z
      .array(
        z.object({
          cluster: z.string(),
          storage: storage(z),
          prefix: z.string().optional(),
        }),
      )
      .optional(),
  });
}

function schedule(z: Z) {
  return z.object({
    enabled: z.boolean().optional(),
    cron: z.string().optional(),
    keepFor: z.string().optional().describe('Go duration, as 720h'),
    selector: z
      .object({
        matchLabels: z.record(z.string()).optional(),
        matchExpressions: z
          .array(
            z.object({
              key: z.string(),
              operator: z.string(),
              values: z.array(z.string()).optional(),
            }),
          )
          .optional(),
      })
      .optional(),
  });
}
