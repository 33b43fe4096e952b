import { randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  BackupQuota,
  CreatedBackup,
  CreatedSchedule,
  readKeepFor,
} from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterRegistry } from '../clusters/ClusterRegistry';
import { BackupTargets } from '../inventory/BackupTargets';
import { Inventory } from '../inventory/Inventory';
import { OwnedNamespace } from '../store/NamespaceStore';
import { BackupSlots } from '../store/BackupSlots';
import { assertLocationUsable } from './assertLocationUsable';
import { assertNotVelero } from './assertNotVelero';
import { BackupOrder } from './backupObject';
import { BackupOrders } from './BackupOrders';
import { chooseTarget } from './chooseTarget';
import { liveConnection } from './liveConnection';
import { nameOfOrder } from './nameOfOrder';
import { NO_BACKUP, NO_SCHEDULE } from './nothing';
import {
  BackupChoice,
  BackupWish,
  Operations,
  ScheduleWish,
} from './Operations';
import { BackupNowSettings } from './readBackupNow';
import { scheduleOrderOf } from './scheduleOrderOf';
import { ScheduleWriter } from './ScheduleWriter';
import { uniqueSorted } from './uniqueSorted';

export interface DefaultOperationsOptions {
  registry: ClusterRegistry;
  inventory: Pick<Inventory, 'freshness'>;
  targets: BackupTargets;
  slots: BackupSlots;
  settings: BackupNowSettings;
}

export class DefaultOperations implements Operations {
  readonly #sources: Pick<DefaultOperationsOptions, 'registry' | 'inventory'>;
  readonly #targets: BackupTargets;
  readonly #slots: BackupSlots;
  readonly #settings: BackupNowSettings;
  readonly #orders: BackupOrders;

  constructor(options: DefaultOperationsOptions) {
    this.#sources = options;
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
      connect: () => this.#connectionTo(order.cluster, NO_BACKUP),
      check: connection =>
        assertLocationUsable({
          connection,
          order,
          nothing: NO_BACKUP,
          signal: wish.signal,
        }),
    });
  }

  async schedule(wish: ScheduleWish): Promise<CreatedSchedule> {
    const { signal, request } = wish;
    const targets = await this.#targets.find(wish.namespaces);
    const { order, warnings } = scheduleOrderOf(wish, targets, this.#settings);
    const connection = await this.#connectionTo(order.cluster, NO_SCHEDULE);
    const writer = new ScheduleWriter({ connection, order });
    const { entityRef, userRef, ...made } = order;
    if (await writer.isThere(signal)) {
      return { ...made, warnings, outcome: 'unchanged' };
    }
    const nothing = NO_SCHEDULE;
    await assertLocationUsable({ connection, order, nothing, signal });
    if (request.dryRun) {
      return { ...made, warnings, outcome: 'planned' };
    }
    await writer.write();
    return { ...made, warnings, outcome: 'created' };
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
      ...chooseTarget(targets, { ...request, nothing: NO_BACKUP }),
      name: nameOfOrder(origin),
      namespaces,
      keepFor,
      volumes,
      userRef,
      requestId,
    };
  }

  #connectionTo(cluster: string, nothing: string): Promise<ClusterConnection> {
    const { registry, inventory } = this.#sources;
    return liveConnection({ registry, inventory, cluster, nothing });
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
