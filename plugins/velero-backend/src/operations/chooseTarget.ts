import { InputError } from '@backstage/errors';
import {
  BackupOptionLocation,
  BackupRequest,
} from 'backstage-plugin-velero-common';
import { BackupTarget } from '../inventory/BackupTargets';
import { OperationError } from './OperationError';

interface Choice
  extends Pick<
    BackupRequest,
    'cluster' | 'veleroNamespace' | 'storageLocation'
  > {
  /** That nothing was done, in words. */
  nothing: string;
}

/**
 * Finds the server and the location that a request means.
 *
 * @throws InputError when it names one that is not offered, or has to name one
 * @throws OperationError when there is none that could be taken
 */
export function chooseTarget(
  targets: BackupTarget[],
  choice: Choice,
): { veleroNamespace: string; storageLocation: string } {
  const server = chooseServer(targets, choice);
  const { veleroNamespace } = server;
  return { veleroNamespace, storageLocation: chooseLocation(server, choice) };
}

function chooseServer(targets: BackupTarget[], choice: Choice): BackupTarget {
  const { cluster, veleroNamespace, nothing } = choice;
  const servers = targets.filter(target => target.cluster === cluster);
  if (servers.length === 0) {
    throw new OperationError(
      'no-velero',
      `${nothing}: no Velero with a storage location is known in cluster '${cluster}'. Have one installed there`,
    );
  }
  const fitting = servers.filter(
    target => !veleroNamespace || target.veleroNamespace === veleroNamespace,
  );
  if (fitting.length !== 1) {
    const names = servers.map(target => target.veleroNamespace).join(', ');
    throw new InputError(
      veleroNamespace
        ? `'veleroNamespace' is '${veleroNamespace}', but these namespaces of cluster '${cluster}' can be backed up by Velero in: ${names}`
        : `Several Velero servers work in cluster '${cluster}'; say in 'veleroNamespace' which one: ${names}`,
    );
  }
  return fitting[0];
}

function chooseLocation(server: BackupTarget, choice: Choice): string {
  const { locations, storageLocation: sensible } = server;
  const { storageLocation: named } = choice;
  if (named !== undefined) {
    if (!locations.some(({ name }) => name === named)) {
      throw new InputError(
        `'storageLocation' is '${named}', but backups of these namespaces can go to: ${
          locations.map(({ name }) => name).join(', ') || 'none'
        }. A location is offered when a schedule or backup of them uses it, or it is Velero's default`,
      );
    }
    return named;
  }
  if (sensible !== undefined) {
    return sensible;
  }
  throw noChoice(locations, choice);
}

function noChoice(
  locations: BackupOptionLocation[],
  { cluster, nothing }: Choice,
): Error {
  const usable = locations.filter(({ problem }) => !problem);
  if (usable.length > 0) {
    const names = usable.map(({ name }) => name).join(', ');
    return new InputError(
      `Several storage locations can be used; say in 'storageLocation' which one: ${names}`,
    );
  }
  const reasons = locations.map(({ name, problem }) => `${name}: ${problem}`);
  return new OperationError(
    'no-location',
    `${nothing}: no storage location can be used in cluster '${cluster}'. ${
      reasons.join('; ') ||
      'Ask for a schedule of these namespaces, or for a default location'
    }`,
  );
}
