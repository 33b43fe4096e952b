import {
  BackupOption,
  BackupOptionsResponse,
  CreatedBackup,
} from 'backstage-plugin-velero-common';
import { cluster, provenNamespace } from './fixtures';

/** A server with one namespace that can be chosen, and one location. */
export function backupOption(
  overrides: Partial<BackupOption> = {},
): BackupOption {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    namespaces: [{ namespace: 'payments' }],
    locations: [
      {
        name: 'default',
        bucket: 'payments-backups',
        prefix: 'eu-west',
        accessMode: 'ReadWrite',
        default: true,
        phase: 'Available',
      },
    ],
    storageLocation: 'default',
    keepFor: '720h',
    ...overrides,
  };
}

export function backupOptions(
  overrides: Partial<BackupOptionsResponse> = {},
): BackupOptionsResponse {
  return {
    items: [backupOption()],
    quota: { limit: 6, left: 6 },
    clusters: [cluster()],
    namespaces: [provenNamespace],
    ...overrides,
  };
}

export function createdBackup(
  overrides: Partial<CreatedBackup> = {},
): CreatedBackup {
  return {
    cluster: 'eu-west',
    veleroNamespace: 'velero',
    name: 'payments-api-eu-west-20261123094112',
    namespaces: ['payments'],
    storageLocation: 'default',
    keepFor: '720h',
    volumes: 'default',
    ...overrides,
  };
}
