import { writeFile } from 'node:fs/promises';
import { poll } from '../processes/poll';
import { SetupError } from '../SetupError';
import { BUCKET, PlainObjectStore } from '../objectstore/startObjectStore';
import { pinnedVersion, VELERO_PLUGIN } from '../tools/toolModules';
import { Region } from './Region';

export const VELERO_NAMESPACE = 'velero';
export const CREDENTIAL = { name: 'archive-credentials', key: 'cloud' };
const LOCATION = 'archive';

const INSTALL_LIMIT_MILLIS = 120_000;
const AVAILABLE_LIMIT_MILLIS = 60_000;
const NAMESPACED = `namespaces/${VELERO_NAMESPACE}`;
const LOCATIONS = `/apis/velero.io/v1/${NAMESPACED}/backupstoragelocations`;

/** Installs all but the server; restores look up its Deployment, whose pod is never scheduled. */
export async function installVelero(
  region: Region,
  kubeconfig: string,
): Promise<void> {
  const { run, name } = region;
  const version = await pinnedVersion(VELERO_PLUGIN);
  await run.processes.complete({
    name: `velero install in region ${name}`,
    line: [
      ...[run.tools.velero, 'install', '--kubeconfig', kubeconfig],
      ...['--no-secret', '--no-default-backup-location'],
      '--use-volume-snapshots=false',
      ...['--plugins', `velero/velero-plugin-for-aws:${version}`],
    ],
    env: region.env,
    folder: region.folder,
    logFile: run.logFile(`${name}/velero-install`),
    limitMillis: INSTALL_LIMIT_MILLIS,
    signal: run.signal,
  });
}

/**
 * The server's own credential, for locations that name none. It is a file as in an installation of Velero's: those that are
 * named are written anew at each use, so that now and then a plugin reads one that is empty just then.
 */
export function serverCredentials(region: Region): string {
  return region.path('credentials');
}

/** Makes the default location, which writes below a prefix named like the region and uses the server's own credential. */
export async function createLocation(
  region: Region,
  store: PlainObjectStore,
): Promise<void> {
  const client = await region.client();
  const { signal } = region.run;
  const file = `[default]\naws_access_key_id=${store.accessKey}\naws_secret_access_key=${store.secretKey}\n`;
  await writeFile(serverCredentials(region), file, { mode: 0o600 });
  const secret = {
    metadata: { name: CREDENTIAL.name },
    stringData: { [CREDENTIAL.key]: file },
  };
  await client.create(`/api/v1/${NAMESPACED}/secrets`, secret, signal);
  const location = {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { name: LOCATION },
    spec: {
      provider: 'aws',
      default: true,
      objectStorage: { bucket: BUCKET, prefix: region.name },
      config: {
        region: store.region,
        s3ForcePathStyle: 'true',
        s3Url: store.url,
      },
    },
  };
  await client.create(LOCATIONS, location, signal);
}

interface Location {
  status?: { phase?: string; message?: string };
}

export async function waitForLocation(region: Region): Promise<void> {
  const client = await region.client();
  const { signal } = region.run;
  let status: Location['status'];
  const check = async () => {
    const path = `${LOCATIONS}/${LOCATION}`;
    status = (await client.get<Location>(path, signal))?.status;
    return status?.phase === 'Available';
  };
  const limitMillis = AVAILABLE_LIMIT_MILLIS;
  if (!(await poll({ check, limitMillis, signal }))) {
    const reason = status?.message ?? 'Velero has not checked it';
    throw new SetupError(
      `The location of region ${region.name} was not Available after ${
        limitMillis / 1000
      } s: ${reason}. Velero's log: ${region.run.logFile(
        `${region.name}/velero`,
      )}`,
    );
  }
}
