import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  BackupOption,
  BackupOptionNamespace,
  BackupOptionsResponse,
  BackupRequest,
  CreatedBackup,
  CreatedSchedule,
  ScheduleRequest,
  veleroBackupCreatePermission,
  veleroScheduleCreatePermission,
} from 'backstage-plugin-velero-common';
import { BackupTarget } from '../inventory/BackupTargets';
import { NO_BACKUP, NO_SCHEDULE } from '../operations/nothing';
import { Operations } from '../operations/Operations';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityGate, OpenedEntity } from './EntityGate';
import { NamespacePermission } from './NamespacePermission';
import { EntityOperation, OperationService } from './OperationService';
import { OwnershipNotProvenError } from './OwnershipNotProvenError';

/** What is to be made, and what it takes. */
interface Making {
  permission: typeof veleroBackupCreatePermission;
  /** That nothing was done, in words. */
  nothing: string;
}

const BACKUP: Making = {
  permission: veleroBackupCreatePermission,
  nothing: NO_BACKUP,
};

const SCHEDULE: Making = {
  permission: veleroScheduleCreatePermission,
  nothing: NO_SCHEDULE,
};

/** What of an entity a person may have backed up. */
interface OpenedForBackup extends OpenedEntity {
  creatable: OwnedNamespace[];
}

/** Has done what concerns nothing but namespaces that are proven to be the person's and that the policy allows. */
export class AuthorizedOperations implements OperationService {
  readonly #operations: Operations;
  readonly #gate: EntityGate;
  readonly #permission: NamespacePermission;

  constructor(options: {
    operations: Operations;
    gate: EntityGate;
    permission: NamespacePermission;
  }) {
    this.#operations = options.operations;
    this.#gate = options.gate;
    this.#permission = options.permission;
  }

  async getBackupOptions(
    question: EntityOperation,
  ): Promise<BackupOptionsResponse> {
    const opened = await this.#open(question, BACKUP);
    const { targets, quota, keepFor } = await this.#operations.choiceFor({
      userRef: question.credentials.principal.userEntityRef,
      namespaces: opened.creatable,
    });
    return {
      items: targets.map(target => toOption(target, keepFor, opened)),
      quota,
      clusters: opened.clusters,
      namespaces: opened.claimed,
    };
  }

  async createBackup(
    order: EntityOperation & { request: BackupRequest; signal: AbortSignal },
  ): Promise<CreatedBackup> {
    return this.#operations.backUp(await this.#wishOf(order, BACKUP));
  }

  async createSchedule(
    order: EntityOperation & { request: ScheduleRequest; signal: AbortSignal },
  ): Promise<CreatedSchedule> {
    return this.#operations.schedule(await this.#wishOf(order, SCHEDULE));
  }

  /** Every namespace of the request is the person's. */
  async #wishOf<T extends { cluster: string; namespaces: string[] }>(
    order: EntityOperation & { request: T; signal: AbortSignal },
    making: Making,
  ) {
    const { entityRef, credentials, request, signal } = order;
    const opened = await this.#open(order, making);
    for (const namespace of request.namespaces) {
      assertOwn(namespace, {
        ...{ ...opened, ...making, entityRef },
        cluster: request.cluster,
      });
    }
    const userRef = credentials.principal.userEntityRef;
    const namespaces = opened.creatable;
    return { entityRef, userRef, namespaces, request, signal };
  }

  async #open(
    question: EntityOperation,
    making: Making,
  ): Promise<OpenedForBackup> {
    const { credentials } = question;
    const opened = await this.#gate.open(question);
    const creatable = await this.#permission.allowed(
      making.permission,
      opened.readable,
      credentials,
    );
    if (opened.readable.length > 0 && creatable.length === 0) {
      const names = opened.readable.map(({ namespace }) => namespace);
      throw lacksPermission(making, names);
    }
    return { ...opened, creatable };
  }
}

function assertOwn(
  namespace: string,
  opened: OpenedForBackup & Making & { entityRef: string; cluster: string },
) {
  const { entityRef, cluster, claimed, clusters, nothing } = opened;
  const isIt = (key: { cluster?: string; namespace: string }) =>
    key.namespace === namespace && key.cluster === cluster;
  if (opened.creatable.some(isIt)) {
    return;
  }
  if (opened.readable.some(isIt)) {
    throw lacksPermission(opened, [namespace]);
  }
  const claims = claimed.filter(
    claim => isIt({ cluster, ...claim }) && !claim.proven,
  );
  if (claims.length === 0) {
    throw new NotAllowedError(
      `${nothing}: ${entityRef} does not claim namespace '${namespace}' of cluster '${cluster}', or you lack the permission to read it`,
    );
  }
  if (clusters.some(({ name, syncedAt }) => name === cluster && !syncedAt)) {
    throw new ServiceUnavailableError(
      `${nothing}: cluster '${cluster}' has not been read yet, so that it is not known whose namespace '${namespace}' is. Try again when it is live`,
    );
  }
  throw new OwnershipNotProvenError(entityRef, claims);
}

function toOption(
  target: BackupTarget,
  keepFor: string,
  opened: OpenedForBackup,
): BackupOption {
  const { cluster, veleroNamespace, locations, storageLocation } = target;
  return {
    cluster,
    veleroNamespace,
    namespaces: opened.readable
      .filter(key => key.cluster === cluster)
      .map(key => toNamespace(key, target, opened.creatable)),
    locations,
    ...(storageLocation && { storageLocation }),
    keepFor,
  };
}

function toNamespace(
  key: OwnedNamespace,
  target: BackupTarget,
  creatable: OwnedNamespace[],
): BackupOptionNamespace {
  const { namespace } = key;
  if (!creatable.includes(key)) {
    const problem = `You lack the permission ${veleroBackupCreatePermission.name} for it`;
    return { namespace, problem };
  }
  return target.veleroNamespaces.includes(namespace)
    ? { namespace, problem: 'Velero itself works in it' }
    : { namespace };
}

function lacksPermission(
  { permission, nothing }: Making,
  namespaces: string[],
): NotAllowedError {
  return new NotAllowedError(
    `${nothing}: you lack the permission ${
      permission.name
    } for: ${namespaces.join(', ')}`,
  );
}
