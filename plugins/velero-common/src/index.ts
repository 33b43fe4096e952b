/**
 * The domain of Velero for Backstage: vocabulary, rules, permissions and the API client.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api/types';
export * from './api/VeleroApi';
export * from './api/VeleroClient';
export * from './permissions';
export * from './signals';
export * from './velero/backup';
export * from './velero/namespaceSelection';
export * from './velero/phase';
export * from './velero/schedule';
export * from './velero/storageLocation';
export * from './velero/storagePlace';
