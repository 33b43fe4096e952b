import { NotFoundError } from '@backstage/errors';
import {
  BackupKey,
  LocationVerification,
} from 'backstage-plugin-velero-common';
import {
  ClusterConnection,
  KubernetesObject,
} from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { wait } from '../lib/wait';
import { locationCheckOf } from './locationCheck';
import { OperationError } from './OperationError';
import { toOperationError } from './toOperationError';

/** Milliseconds. Velero looks every ten seconds for what it has to check. */
const LIMIT = 15_000;
const POLL = 500;

const NOTHING = 'Nothing was checked';
const AS_READER = { bundle: 'read-only', nothing: NOTHING } as const;
const AS_OPERATOR = { bundle: 'operate', nothing: NOTHING } as const;

/** A storage location as it is in its cluster. */
export interface LiveLocation {
  key: BackupKey;
  connection: ClusterConnection;
  object: KubernetesObject;
}

/** Has Velero check storage locations when somebody wants to know, not only when it is time. */
export class LocationVerifier {
  readonly #registry: ClusterRegistry;

  constructor(options: { registry: ClusterRegistry }) {
    this.#registry = options.registry;
  }

  /** @throws NotFoundError when there is none */
  async find(key: BackupKey, signal: AbortSignal): Promise<LiveLocation> {
    const { cluster } = key;
    const registered = this.#registry
      .current()
      .find(({ name }) => name === cluster);
    if (!registered) {
      throw notFound(key);
    }
    const { connection, problem } = registered;
    if (!connection) {
      throw new OperationError(
        'cluster-not-live',
        `Nothing was checked: cluster '${cluster}' cannot be asked now: ${problem}`,
      );
    }
    try {
      const object = await connection.get({ ...objectOf(key), signal });
      return { key, connection, object };
    } catch (error) {
      if (error instanceof ClusterError && error.kind === 'not-found') {
        throw notFound(key);
      }
      throw toOperationError(error, { ...AS_READER, cluster });
    }
  }

  /**
   * Velero checks a location soon that bears no time of a check.
   *
   * @throws OperationError `not-checked` when it does not
   */
  async verify(
    { key, connection, object }: LiveLocation,
    signal: AbortSignal,
  ): Promise<LocationVerification> {
    try {
      await connection.patch({
        ...objectOf(key),
        resourceVersion: object.metadata.resourceVersion ?? '',
        patch: { status: { lastValidationTime: null } },
        signal,
      });
    } catch (error) {
      // Then Velero has changed it meanwhile: with a check.
      if (!(error instanceof ClusterError && error.kind === 'changed')) {
        const { cluster } = key;
        throw toOperationError(error, { ...AS_OPERATOR, cluster });
      }
    }
    return this.#checked(key, connection, signal);
  }

  async #checked(
    key: BackupKey,
    connection: ClusterConnection,
    signal: AbortSignal,
  ): Promise<LocationVerification> {
    const end = Date.now() + LIMIT;
    while (Date.now() < end && !signal.aborted) {
      const live = await connection.get({ ...objectOf(key), signal });
      const { phase, message, checkedAt } = locationCheckOf(live);
      if (checkedAt) {
        return { phase, ...(message && { message }), checkedAt };
      }
      await wait(POLL, signal);
    }
    throw new OperationError(
      'not-checked',
      `Velero has not checked location '${key.name}' of cluster '${
        key.cluster
      }' within ${
        LIMIT / 1_000
      } s. Look whether its server runs in namespace '${key.veleroNamespace}'`,
    );
  }
}

function objectOf({ veleroNamespace: namespace, name }: BackupKey) {
  return { resource: 'backupstoragelocations' as const, namespace, name };
}

function notFound({ cluster, veleroNamespace, name }: BackupKey) {
  return new NotFoundError(
    `No storage location '${name}' found in namespace '${veleroNamespace}' of cluster '${cluster}'`,
  );
}
