import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import {
  BackupOption,
  BackupOptionNamespace,
  BackupOptionsResponse,
  BackupRequest,
  CreatedBackup,
  veleroBackupCreatePermission,
} from 'backstage-plugin-velero-common';
import { BackupTarget } from '../inventory/BackupTargets';
import { Operations } from '../operations/Operations';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityGate, OpenedEntity } from './EntityGate';
import { NamespacePermission } from './NamespacePermission';
import { EntityOperation, OperationService } from './OperationService';
import { OwnershipNotProvenError } from './OwnershipNotProvenError';

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
    const opened = await this.#open(question);
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
    const { entityRef, credentials, request, signal } = order;
    const opened = await this.#open(order);
    for (const namespace of request.namespaces) {
      assertOwn(namespace, { ...opened, entityRef, cluster: request.cluster });
    }
    return this.#operations.backUp({
      entityRef,
      userRef: credentials.principal.userEntityRef,
      namespaces: opened.creatable,
      request,
      signal,
    });
  }

  async #open(question: EntityOperation): Promise<OpenedForBackup> {
    const { credentials } = question;
    const opened = await this.#gate.open(question);
    const creatable = await this.#permission.allowed(
      veleroBackupCreatePermission,
      opened.readable,
      credentials,
    );
    if (opened.readable.length > 0 && creatable.length === 0) {
      throw lacksPermission(opened.readable.map(({ namespace }) => namespace));
    }
    return { ...opened, creatable };
  }
}

function assertOwn(
  namespace: string,
  opened: OpenedForBackup & { entityRef: string; cluster: string },
) {
  const { entityRef, cluster, claimed, clusters } = opened;
  const isIt = (key: { cluster?: string; namespace: string }) =>
    key.namespace === namespace && key.cluster === cluster;
  if (opened.creatable.some(isIt)) {
    return;
  }
  if (opened.readable.some(isIt)) {
    throw lacksPermission([namespace]);
  }
  const claims = claimed.filter(
    claim => isIt({ cluster, ...claim }) && !claim.proven,
  );
  if (claims.length === 0) {
    throw new NotAllowedError(
      `No backup was made: ${entityRef} does not claim namespace '${namespace}' of cluster '${cluster}', or you lack the permission to read it`,
    );
  }
  if (clusters.some(({ name, syncedAt }) => name === cluster && !syncedAt)) {
    throw new ServiceUnavailableError(
      `No backup was made: cluster '${cluster}' has not been read yet, so that it is not known whose namespace '${namespace}' is. Try again when it is live`,
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

function lacksPermission(namespaces: string[]): NotAllowedError {
  return new NotAllowedError(
    `No backup was made: you lack the permission ${
      veleroBackupCreatePermission.name
    } for: ${namespaces.join(', ')}`,
  );
}
