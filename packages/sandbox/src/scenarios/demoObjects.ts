import { formatTime } from '../clock/Clock';
import { credentialsFile } from '../objectstore/StoreCredential';
import { SandboxCluster } from '../SandboxCluster';
import { BackupSpec, Schedule } from '../velero/VeleroObjects';

/** A schedule of the demo before it is put anywhere. */
export interface DemoSchedule {
  name: string;
  schedule: string;
  template: BackupSpec;
  paused?: boolean;
}

interface DemoLocation {
  name: string;
  provider: string;
  config?: Record<string, string>;
  bucket: string;
  prefix: string;
  accessMode: 'ReadWrite' | 'ReadOnly';
  credential?: string;
  default?: boolean;
  now: Date;
}

export const DAY_MILLIS = 24 * 3_600_000;

/** The owner is the proof that makes a catalog entity's claim rightful; it is older than the backups of it. */
export function addNamespace(
  { objects, clock }: SandboxCluster,
  name: string,
  owner?: string,
) {
  objects.put('namespaces', {
    metadata: {
      name,
      creationTimestamp: longBefore(clock.now()),
      labels: { 'kubernetes.io/metadata.name': name },
      ...(owner && { annotations: { 'backstage.io/owner': owner } }),
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  });
}

export function addSecret(
  { objects, veleroNamespace, buckets }: SandboxCluster,
  name: string,
) {
  const content = credentialsFile(buckets.credential);
  objects.put('secrets', {
    metadata: { name, namespace: veleroNamespace },
    type: 'Opaque',
    data: { cloud: Buffer.from(content).toString('base64') },
  });
}

export function addLocation(
  { objects, veleroNamespace }: SandboxCluster,
  location: DemoLocation,
) {
  const { name, provider, config, accessMode, bucket, prefix, now } = location;
  objects.put('backupstoragelocations', {
    metadata: { name, namespace: veleroNamespace },
    spec: {
      provider,
      ...(config && { config }),
      objectStorage: { bucket, prefix },
      accessMode,
      ...(location.credential && {
        credential: { name: location.credential, key: 'cloud' },
      }),
      ...(location.default && { default: true }),
    },
    status: { phase: 'Available', lastValidationTime: formatTime(now) },
  });
}

/** The Schedule object, as if it had been made long before the history begins. */
export function scheduleObject(
  { name, schedule, template, paused = false }: DemoSchedule,
  options: { namespace: string; now: Date },
): Schedule {
  return {
    metadata: {
      name,
      namespace: options.namespace,
      creationTimestamp: longBefore(options.now),
    },
    spec: { schedule, template, paused, skipImmediately: false },
    status: { phase: 'Enabled' },
  };
}

/** A time before the history begins. */
function longBefore(now: Date): string {
  return formatTime(new Date(now.getTime() - 45 * DAY_MILLIS));
}
