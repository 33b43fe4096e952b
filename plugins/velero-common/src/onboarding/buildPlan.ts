import { CREDENTIAL_KEY } from '../storage/CredentialForm';
import { StorageServiceId, storageServices } from '../storage/storageServices';
import { givenNameOf } from './credentialVersion';
import {
  tenantAnnotations,
  tenantLabels,
  tenantMarksOf,
  TENANT_LABELS,
} from './ownershipMarks';
import { scheduleObject } from './scheduleObject';
import { keptInWords, scheduleInWords } from './scheduleInWords';
import {
  DraftCluster,
  DraftLocation,
  DraftStorage,
  locationsOf,
  TenantDraft,
} from './TenantDraft';
import { labelOf, secretNameOf } from './tenantNames';
import {
  PlannedCredential,
  PlannedLocation,
  PlannedMetadata,
  PlannedPlace,
  PlannedSchedule,
  StorageLocationObject,
  TenantClusterPlan,
  TenantPlan,
} from './TenantPlan';
import { TenantScheduleKind } from './TenantRequest';
import { enabledKindsOf, keepForOf, tenantSchedules } from './tenantSchedules';
import { needsOf } from './needsOf';
import { obsoleteObjects } from './obsoleteObjects';
import { oldSecrets } from './oldSecrets';

/** Makes the plan of a draft that no rule refused. */
export function buildPlan(draft: TenantDraft): TenantPlan {
  const { tenant, owner, scope } = draft.request;
  return {
    tenant,
    owner,
    scope,
    clusters: draft.clusters.map(cluster => clusterPlan(draft, cluster)),
    places: placesOf(draft),
    needs: needsOf(draft),
  };
}

function clusterPlan(
  draft: TenantDraft,
  cluster: DraftCluster,
): TenantClusterPlan {
  const locations = locationsOf(cluster);
  const storages = [...new Set(locations.map(({ storage }) => storage))];
  const planned = locations.map(location =>
    plannedLocation(draft, cluster, location),
  );
  const schedules = enabledKindsOf(draft.request).map(kind =>
    plannedSchedule(draft, cluster, kind),
  );
  const first = draft.request.firstBackup ? schedules[0] : undefined;
  return {
    cluster: cluster.name,
    veleroNamespace: cluster.veleroNamespace,
    credentials: credentialsOf(draft, cluster, storages),
    existingSecrets: storages.flatMap(({ credential }) =>
      'existingSecret' in credential ? [{ ...credential.existingSecret }] : [],
    ),
    locations: planned,
    schedules,
    ...(first && { firstBackup: first.object.metadata.name }),
    obsolete: obsoleteObjects(draft, cluster),
    oldSecrets: oldSecrets(draft, cluster, planned),
  };
}

/** Two storages with one credential take one Secret. */
function credentialsOf(
  draft: TenantDraft,
  cluster: DraftCluster,
  storages: DraftStorage[],
): PlannedCredential[] {
  const byName = new Map(
    storages
      .flatMap(storage => plannedCredential(draft, cluster, storage) ?? [])
      .map(planned => [planned.object.metadata.name, planned]),
  );
  return [...byName.values()];
}

function plannedCredential(
  draft: TenantDraft,
  cluster: DraftCluster,
  storage: DraftStorage,
): PlannedCredential | undefined {
  const { credential, provider, version } = storage;
  if (!('given' in credential) || !provider || !version) {
    return undefined;
  }
  const given = givenNameOf(credential);
  const name = secretNameOf(draft.request.tenant, given, version.wanted);
  return {
    object: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadataOf(draft, cluster, name),
      type: 'Opaque',
      immutable: true,
    },
    key: CREDENTIAL_KEY,
    given,
    version: version.wanted,
    provider: provider.id,
  };
}

function metadataOf(
  { request, fleet }: TenantDraft,
  { veleroNamespace }: DraftCluster,
  name: string,
  labels: Record<string, string> = {},
): PlannedMetadata {
  const { owner } = request;
  return {
    name,
    namespace: veleroNamespace,
    labels: {
      ...tenantLabels(tenantMarksOf(request, fleet.settings)),
      ...labels,
    },
    annotations: tenantAnnotations(owner),
  };
}

/**
 * How often Velero looks at the location is left to its server, and which location is the default one to whoever set it
 * up: the schedules name theirs.
 */
function plannedLocation(
  draft: TenantDraft,
  cluster: DraftCluster,
  location: DraftLocation,
): PlannedLocation {
  const { role, of, name, storage } = location;
  const credential = secretOf(draft, storage);
  const labels = { [TENANT_LABELS.cluster]: labelOf(of) };
  return {
    role,
    of,
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'BackupStorageLocation',
      metadata: metadataOf(draft, cluster, name, labels),
      spec: {
        provider: storage.provider!.veleroProvider,
        accessMode: role === 'own' ? 'ReadWrite' : 'ReadOnly',
        objectStorage: objectStorageOf(location),
        config: sorted(storage.config),
        ...(credential && { credential }),
      },
    },
  };
}

function objectStorageOf({
  prefix,
  storage: { bucket, caCert },
}: DraftLocation): StorageLocationObject['spec']['objectStorage'] {
  return {
    bucket,
    ...(prefix && { prefix }),
    // Certificates are plain ASCII.
    ...(caCert && { caCert: btoa(caCert) }),
  };
}

function secretOf(
  { request }: TenantDraft,
  { credential, version }: DraftStorage,
): { name: string; key: string } | undefined {
  if ('existingSecret' in credential) {
    return { ...credential.existingSecret };
  }
  if (!('given' in credential) || !version) {
    return undefined;
  }
  const given = givenNameOf(credential);
  return {
    name: secretNameOf(request.tenant, given, version.wanted),
    key: CREDENTIAL_KEY,
  };
}

function sorted(config: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function plannedSchedule(
  draft: TenantDraft,
  cluster: DraftCluster,
  kind: TenantScheduleKind,
): PlannedSchedule {
  const object = scheduleObject(draft, cluster, kind);
  const { when, nextRuns, zone } = scheduleInWords({
    cron: object.spec.schedule,
    from: new Date(draft.fleet.now),
    zone: cluster.velero?.zone,
  })!;
  const kept = keptInWords(keepForOf(draft.request, kind));
  return {
    kind,
    object,
    sentence: `${when}, kept for ${kept}: ${tenantSchedules[kind].takes}`,
    nextRuns,
    zone,
  };
}

/** Each place once: what a cluster writes, and the replicas that others read instead. */
function placesOf({ clusters }: TenantDraft): PlannedPlace[] {
  const all = clusters.flatMap(cluster =>
    locationsOf(cluster).map(location => ({ cluster, location })),
  );
  const byPlace = new Map<string, PlannedPlace>();
  for (const { cluster, location } of all) {
    const key = JSON.stringify([location.of, location.place]);
    const place = byPlace.get(key) ?? plannedPlace(location);
    byPlace.set(key, {
      ...place,
      readers:
        location.role === 'read'
          ? [...place.readers, cluster.name]
          : place.readers,
    });
  }
  return [...byPlace.values()];
}

function plannedPlace({
  of,
  storage,
  prefix,
  replica,
}: DraftLocation): PlannedPlace {
  const { id } = storage.provider!;
  const prices = Object.hasOwn(storageServices, id)
    ? storageServices[id as StorageServiceId]
    : undefined;
  return {
    provider: id,
    ...(storage.endpoint && { endpoint: storage.endpoint }),
    bucket: storage.bucket,
    prefix,
    writer: of,
    replica,
    readers: [],
    ...(prices && { prices }),
  };
}
