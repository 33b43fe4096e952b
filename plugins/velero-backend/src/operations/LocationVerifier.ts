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
  readonly #underWay = new Map<string, Promise<LocationVerification>>();

  constructor(options: { registry: ClusterRegistry }) {
    this.#registry = options.registry;
  }

  /** Gives nothing when there is none. */
  async find(
    key: BackupKey,
    signal: AbortSignal,
  ): Promise<LiveLocation | undefined> {
    const { cluster } = key;
    const registered = this.#registry
      .current()
      .find(({ name }) => name === cluster);
    if (!registered) {
      return undefined;
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
        return undefined;
      }
      throw toOperationError(error, { ...AS_READER, cluster });
    }
  }

  /**
   * Velero checks a location soon that bears no time of a check. Who asks while it does learns the same.
   *
   * @throws OperationError `not-checked` when it does not
   */
  verify(location: LiveLocation): Promise<LocationVerification> {
    const { cluster, veleroNamespace, name } = location.key;
    const id = [cluster, veleroNamespace, name].join('/');
    const underWay =
      this.#underWay.get(id) ??
      this.#check(location).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, underWay);
    return underWay;
  }

  async #check(location: LiveLocation): Promise<LocationVerification> {
    const { checkedAt: before } = locationCheckOf(location.object);
    // Not that of a request: others may wait for it, too.
    const { signal } = new AbortController();
    const end = Date.now() + LIMIT;
    let { object } = location;
    let isAsked = false;
    while (Date.now() < end) {
      isAsked ||= await ask({ ...location, object }, signal);
      object = await read(location, signal);
      const { phase, message, checkedAt } = locationCheckOf(object);
      if (checkedAt && (isAsked || checkedAt !== before)) {
        return { phase, ...(message && { message }), checkedAt };
      }
      await wait(POLL, signal);
    }
    throw notChecked(location.key);
  }
}

/** @returns false when somebody has changed it meanwhile, with a check or in another way */
async function ask(
  { key, connection, object }: LiveLocation,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await connection.patch({
      ...objectOf(key),
      resourceVersion: object.metadata.resourceVersion ?? '',
      patch: { status: { lastValidationTime: null } },
      signal,
    });
    return true;
  } catch (error) {
    if (error instanceof ClusterError && error.kind === 'changed') {
      return false;
    }
    throw toOperationError(error, { ...AS_OPERATOR, cluster: key.cluster });
  }
}

async function read(
  { key, connection }: LiveLocation,
  signal: AbortSignal,
): Promise<KubernetesObject> {
  try {
    return await connection.get({ ...objectOf(key), signal });
  } catch (error) {
    throw toOperationError(error, { ...AS_READER, cluster: key.cluster });
  }
}

function notChecked({ cluster, veleroNamespace, name }: BackupKey) {
  return new OperationError(
    'not-checked',
    `Velero has not checked location '${name}' of cluster '${cluster}' within ${
      LIMIT / 1_000
    } s. Look whether its server runs in namespace '${veleroNamespace}'`,
  );
}

function objectOf({ veleroNamespace: namespace, name }: BackupKey) {
  return { resource: 'backupstoragelocations' as const, namespace, name };
}
