import { storageProviders } from '../storage/storageProviders';
import { StorageProviderId } from '../storage/StorageProvider';
import { isNamespaceName } from '../velero/isNamespaceName';
import { Finding, quoted, Refusal } from '../input/Finding';
import { StrictReader } from '../input/StrictReader';
import {
  TenantCluster,
  TenantCredential,
  TenantReplica,
  TenantRequest,
  TenantScheduleRequest,
  TenantSelector,
  TenantStorage,
  TENANT_SCHEDULE_KINDS,
} from './TenantRequest';

const MAXIMUM_CLUSTERS = 50;

/** Each backup carries the list, and so does each object in the database. */
const MAXIMUM_NAMESPACES = 500;

/** A dozen of them. */
const MAXIMUM_CERTIFICATES = 65_536;

const MAXIMUM_SELECTORS = 50;

/** Stands in for what is refused anyway. */
const NO_STORAGE: TenantStorage = { credential: { serverIdentity: true } };

/**
 * Reads a request strictly: what is not known is refused, and so is what has another type.
 *
 * @returns the request, or all that is wrong with it; never a value of a key that is not known
 * @public
 */
export function readTenantRequest(
  input: unknown,
):
  | { request: TenantRequest; refusals: [] }
  | { request?: undefined; refusals: Refusal[] } {
  const findings: Finding[] = [];
  const reader = new StrictReader(input, '', findings);
  const request = reader.done(readRequest(reader));
  const refusals = findings.flatMap(finding => finding.refusal ?? []);
  return refusals.length > 0 ? { refusals } : { request, refusals: [] };
}

function readRequest(reader: StrictReader): TenantRequest {
  reader.need('scope');
  reader.need('storage');
  reader.need('clusters');
  return {
    tenant: reader.neededText('tenant'),
    owner: reader.neededText('owner'),
    scope: reader.choice('scope', ['tenant', 'platform'] as const) ?? 'tenant',
    storage: reader.below('storage', readStorage) ?? NO_STORAGE,
    clusters: readClusters(reader),
    ...given('schedules', reader.below('schedules', readSchedules)),
    ...given(
      'volumes',
      reader.choice('volumes', [
        'move-snapshots',
        'copy-files',
        'snapshots',
        'none',
      ] as const),
    ),
    ...given('readOthers', reader.flag('readOthers')),
    ...given('firstBackup', reader.flag('firstBackup')),
    ...given('takeOver', reader.flag('takeOver')),
  };
}

function readClusters(reader: StrictReader): TenantCluster[] {
  const items = itemsOf(reader, 'clusters', MAXIMUM_CLUSTERS, readCluster);
  if (items?.length === 0) {
    reader.refuse(
      'missing',
      reader.pathOf('clusters'),
      'No cluster is named',
      'Name at least one',
    );
  }
  return items ?? [];
}

function readCluster(reader: StrictReader): TenantCluster {
  return {
    cluster: reader.neededText('cluster'),
    ...given('veleroNamespace', readVeleroNamespace(reader)),
    ...given('namespaces', reader.texts('namespaces', MAXIMUM_NAMESPACES)),
    ...given('prefix', reader.text('prefix')),
    ...given('storage', reader.below('storage', readStorage)),
    ...given(
      'replicas',
      itemsOf(reader, 'replicas', MAXIMUM_CLUSTERS, readReplica),
    ),
  };
}

/** It becomes part of requests to the cluster, so that it must be no more than a name. */
function readVeleroNamespace(reader: StrictReader): string | undefined {
  const name = reader.text('veleroNamespace');
  if (name !== undefined && !isNamespaceName(name)) {
    reader.refuse(
      'name-invalid',
      reader.pathOf('veleroNamespace'),
      `${quoted(name)} is no name of a Kubernetes namespace`,
      'Correct the name',
    );
  }
  return name;
}

function readReplica(reader: StrictReader): TenantReplica {
  reader.need('storage');
  return {
    cluster: reader.neededText('cluster'),
    storage: reader.below('storage', readStorage) ?? NO_STORAGE,
    ...given('prefix', reader.text('prefix')),
  };
}

function readStorage(reader: StrictReader): TenantStorage {
  const providers = Object.keys(storageProviders) as StorageProviderId[];
  reader.need('credential');
  return {
    ...given('provider', reader.choice('provider', providers)),
    ...given('values', reader.textMap('values')),
    ...given('bucket', reader.text('bucket')),
    ...given('config', reader.textMap('config')),
    ...given('caCert', reader.text('caCert', MAXIMUM_CERTIFICATES)),
    credential:
      reader.below('credential', readCredential) ?? NO_STORAGE.credential,
  };
}

function readCredential(reader: StrictReader): TenantCredential {
  const existingSecret = reader.below('existingSecret', secret => ({
    name: secret.neededText('name'),
    key: secret.neededText('key'),
  }));
  const values = reader.below('given', item => ({
    ...given('name', item.text('name')),
    ...given('version', item.count('version')),
  }));
  const serverIdentity = reader.flag('serverIdentity');
  const ways = [existingSecret, values, serverIdentity || undefined];
  if (ways.filter(way => way !== undefined).length !== 1) {
    reader.refuse(
      'not-allowed',
      reader.path,
      'A credential comes from exactly one of existingSecret, given and serverIdentity',
      'Give one of them, as { "given": {} }',
    );
  }
  if (existingSecret) {
    return { existingSecret };
  }
  return values ? { given: values } : { serverIdentity: true };
}

function readSchedules(reader: StrictReader) {
  const entries = TENANT_SCHEDULE_KINDS.map(kind => [
    kind,
    reader.below(kind, readSchedule),
  ]);
  return Object.fromEntries(entries.filter(([, schedule]) => schedule));
}

function readSchedule(reader: StrictReader): TenantScheduleRequest {
  return {
    ...given('enabled', reader.flag('enabled')),
    ...given('cron', reader.text('cron')),
    ...given('keepFor', reader.text('keepFor')),
    ...given('selector', reader.below('selector', readSelector)),
  };
}

function readSelector(reader: StrictReader): TenantSelector {
  return {
    ...given('matchLabels', reader.textMap('matchLabels')),
    ...given(
      'matchExpressions',
      itemsOf(reader, 'matchExpressions', MAXIMUM_SELECTORS, item => ({
        key: item.neededText('key'),
        operator: item.neededText('operator'),
        ...given('values', item.texts('values', MAXIMUM_SELECTORS)),
      })),
    ),
  };
}

function itemsOf<T>(
  reader: StrictReader,
  key: string,
  maximum: number,
  read: (reader: StrictReader) => T,
): T[] | undefined {
  return reader.list(key, maximum, (item, path) => {
    const itemReader = reader.at(item, path);
    return itemReader.done(read(itemReader));
  });
}

/** An entry that is absent when it was not given, so that equal requests are equal objects. */
function given<K extends string, T>(
  key: K,
  value: T | undefined,
): { [key in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: T };
}
