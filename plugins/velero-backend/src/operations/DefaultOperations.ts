import { randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  BackupQuota,
  CreatedBackup,
  readKeepFor,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { BackupTargets } from '../inventory/BackupTargets';
import { Inventory } from '../inventory/Inventory';
import { OwnedNamespace } from '../store/NamespaceStore';
import { BackupSlots } from '../store/BackupSlots';
import { assertLocationUsable } from './assertLocationUsable';
import { BackupOrder } from './backupObject';
import { BackupOrders } from './BackupOrders';
import { chooseTarget } from './chooseTarget';
import { nameOfOrder } from './nameOfOrder';
import { OperationError } from './OperationError';
import { BackupChoice, BackupWish, Operations } from './Operations';
import { BackupNowSettings } from './readBackupNow';
import { uniqueSorted } from './uniqueSorted';

export interface DefaultOperationsOptions {
  registry: ClusterRegistry;
  inventory: Pick<Inventory, 'freshness'>;
  targets: BackupTargets;
  slots: BackupSlots;
  settings: BackupNowSettings;
}

export class DefaultOperations implements Operations {
  readonly #registry: ClusterRegistry;
  readonly #inventory: Pick<Inventory, 'freshness'>;
  readonly #targets: BackupTargets;
  readonly #slots: BackupSlots;
  readonly #settings: BackupNowSettings;
  readonly #orders: BackupOrders;

  constructor(options: DefaultOperationsOptions) {
    this.#registry = options.registry;
    this.#inventory = options.inventory;
    this.#targets = options.targets;
    this.#slots = options.slots;
    this.#settings = options.settings;
    this.#orders = new BackupOrders({
      slots: options.slots,
      limit: options.settings.perUserAndHour,
    });
  }

  async choiceFor(options: {
    userRef: string;
    namespaces: OwnedNamespace[];
  }): Promise<BackupChoice> {
    const { userRef, namespaces } = options;
    return {
      targets: await this.#targets.find(namespaces),
      quota: await this.#quotaOf(userRef),
      keepFor: this.#settings.keepFor,
    };
  }

  async backUp(wish: BackupWish): Promise<CreatedBackup> {
    const order =
      (await this.#orders.find(wish)) ?? (await this.#orderOf(wish));
    return this.#orders.carryOut({
      order,
      request: wish.request,
      connect: () => this.#connectionTo(order.cluster),
      check: connection =>
        assertLocationUsable({ connection, order, signal: wish.signal }),
    });
  }

  async #orderOf(wish: BackupWish): Promise<BackupOrder> {
    const { request, entityRef, userRef } = wish;
    const { cluster, volumes = 'default', requestId = randomUUID() } = request;
    const keepFor = (request.keepFor ?? this.#settings.keepFor).trim();
    const { problem } = readKeepFor(keepFor);
    if (problem !== undefined) {
      throw new InputError(`'keepFor' cannot be used. ${problem}`);
    }
    const targets = await this.#targets.find(wish.namespaces);
    const namespaces = uniqueSorted(request.namespaces);
    assertNotVelero(namespaces, targets, cluster);
    const origin = {
      entityRef,
      cluster,
      requestedAt: new Date().toISOString(),
      attempt: 1,
    };
    return {
      ...origin,
      ...chooseTarget(targets, request),
      name: nameOfOrder(origin),
      namespaces,
      keepFor,
      volumes,
      userRef,
      requestId,
    };
  }

  async #connectionTo(cluster: string): Promise<ClusterConnection> {
    const registered = this.#registry
      .current()
      .find(({ name }) => name === cluster);
    const [freshness] = await this.#inventory.freshness([cluster]);
    if (!registered?.connection || freshness?.state !== 'live') {
      throw new OperationError(
        'cluster-not-live',
        `No backup was made: cluster '${cluster}' is not live for the portal (${
          freshness?.state ?? 'not registered'
        })${
          freshness?.reason ? `: ${freshness.reason}` : ''
        }. Try again when it is`,
      );
    }
    return registered.connection;
  }

  async #quotaOf(userRef: string): Promise<BackupQuota> {
    const { perUserAndHour: limit } = this.#settings;
    const { left, nextAt } = await this.#slots.left(userRef, limit);
    return {
      limit,
      left,
      ...(nextAt && { nextAt: new Date(nextAt).toISOString() }),
    };
  }
}

/** The archive would hold the credentials of all storage locations, and Velero does not support it. */
function assertNotVelero(
  namespaces: string[],
  targets: Array<{ cluster: string; veleroNamespaces: string[] }>,
  cluster: string,
) {
  const own = targets
    .filter(target => target.cluster === cluster)
    .flatMap(target => target.veleroNamespaces);
  const unfit = namespaces.find(namespace => own.includes(namespace));
  if (unfit) {
    throw new InputError(
      `Velero itself works in namespace '${unfit}' of cluster '${cluster}', which cannot be backed up by it`,
    );
  }
}
