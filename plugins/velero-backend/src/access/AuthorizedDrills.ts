import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  DrillSchedule,
  DrillScheduleBody,
  DrillsResponse,
  NewDrillBody,
  RestoreRequestDetails,
  veleroRestoreRequestPermission,
} from 'backstage-plugin-velero-common';
import { drillWish } from '../restores/drills/DrillPlanner';
import { Drills } from '../restores/drills/Drills';
import { toDrillRecord, toDrillSchedule } from '../restores/drills/toDrills';
import { keyUsed } from '../restores/requestErrors';
import { Restores } from '../restores/Restores';
import { toRequestDetails } from '../restores/toRestoreRequest';
import { StoredDrillSchedule } from '../store/drills/DrillScheduleStore';
import { OwnedNamespace } from '../store/NamespaceStore';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { DrillQuestion, DrillService } from './DrillService';
import { EntityAccess } from './EntityAccess';
import { EntityGate } from './EntityGate';
import { NamespacePermission } from './NamespacePermission';
import { RestoreOrders } from './RestoreOrders';

const REASON = 'Drill on demand';

/** Stands before drills: whose the entity and its namespaces are, and what the permission policy grants. */
export class AuthorizedDrills implements DrillService {
  readonly #drills: Drills;
  readonly #restores: Restores;
  readonly #gate: EntityGate;
  readonly #entities: EntityAccess;
  readonly #orders: RestoreOrders;
  readonly #permission: NamespacePermission;

  constructor(options: {
    drills: Drills;
    restores: Restores;
    gate: EntityGate;
    entities: EntityAccess;
    orders: RestoreOrders;
    permission: NamespacePermission;
  }) {
    this.#drills = options.drills;
    this.#restores = options.restores;
    this.#gate = options.gate;
    this.#entities = options.entities;
    this.#orders = options.orders;
    this.#permission = options.permission;
  }

  async drills(question: DrillQuestion): Promise<DrillsResponse> {
    const { readable } = await this.#gate.open(question);
    const known = await this.#drills.known(readable);
    const schedule = await this.#drills.schedule(question.entityRef);
    const lastProven = toDrillRecord(known.lastProven);
    const lastUnproven = toDrillRecord(known.lastUnproven);
    return {
      ...(lastProven && { lastProven }),
      ...(lastUnproven && { lastUnproven }),
      ...(known.open && { open: openDrill(known.open) }),
      ...(schedule &&
        isOfReadable(schedule, readable) && {
          schedule: toDrillSchedule(schedule),
        }),
      namespaces: readable.map(({ cluster, namespace }) => ({
        cluster,
        namespace,
      })),
    };
  }

  async request(
    question: DrillQuestion & NewDrillBody & { signal: AbortSignal },
  ): Promise<RestoreRequestDetails> {
    const { entityRef, credentials, key, cluster, signal } = question;
    const { readable } = await this.#gate.open({ entityRef, credentials });
    const { userEntityRef: userRef } = credentials.principal;
    const reader = await this.#entities.reader(credentials);
    const person = { userRef, ...reader };
    // The newest backup may be another one by now than when the same was asked for first.
    const known = await this.#restores.findByKey(userRef, key);
    if (known) {
      assertSame(known, question);
      return toRequestDetails(await this.#restores.follow(known, person));
    }
    const plan = await this.#drills.plan(readable, cluster);
    const { drill, namespaces, ...wish } = drillWish(plan, REASON);
    const order = await this.#orders.order(
      {
        wish: {
          ...wish,
          drill,
          namespaces: namespaces.map(({ source }) => ({ source })),
        },
        entityRef,
        credentials,
        signal,
      },
      { needsReason: true },
    );
    const request = await this.#restores.request({ ...order, key });
    return toRequestDetails(await this.#restores.follow(request, person));
  }

  async schedule(question: DrillQuestion): Promise<DrillSchedule> {
    const { readable } = await this.#gate.open(question);
    const schedule = await this.#drills.schedule(question.entityRef);
    if (!schedule || !isOfReadable(schedule, readable)) {
      throw new NotFoundError(
        `Entity '${question.entityRef}' has no schedule of drills`,
      );
    }
    return toDrillSchedule(schedule);
  }

  async setSchedule(
    question: DrillQuestion & { body: DrillScheduleBody },
  ): Promise<DrillSchedule> {
    const { entityRef, credentials, body } = question;
    const { cluster, namespaces } = body;
    await this.#assertAllowed(question, { cluster, namespaces });
    const { userEntityRef: userRef } = credentials.principal;
    const reader = await this.#entities.reader(credentials);
    const schedule = await this.#drills.setSchedule({
      ...body,
      namespaces: [...new Set(namespaces)].sort(),
      entityRef,
      requester: { userRef, ...reader, entityRef },
    });
    return toDrillSchedule(schedule);
  }

  async removeSchedule(question: DrillQuestion): Promise<{ removed: boolean }> {
    const schedule = await this.#drills.schedule(question.entityRef);
    await this.#assertAllowed(question, schedule);
    const removed = await this.#drills.removeSchedule(question.entityRef);
    return { removed };
  }

  /** Whoever could not ask for the restore has no say in when it is made. */
  async #assertAllowed(
    { entityRef, credentials }: DrillQuestion,
    scope?: { cluster: string; namespaces: string[] },
  ): Promise<void> {
    const { readable } = await this.#gate.open({ entityRef, credentials });
    const { cluster, namespaces = [] } = scope ?? {};
    const own = readable.filter(
      one => one.cluster === cluster && namespaces.includes(one.namespace),
    );
    const allowed = await this.#permission.allowed(
      veleroRestoreRequestPermission,
      own,
      credentials,
    );
    const missing = namespaces.filter(
      name => !allowed.some(({ namespace }) => namespace === name),
    );
    if (missing.length > 0) {
      throw new NotAllowedError(
        `These namespaces of cluster '${cluster}' are not proven to be of '${entityRef}' and yours, or you lack the permission ${
          veleroRestoreRequestPermission.name
        }: ${missing.join(', ')}`,
      );
    }
  }
}

function openDrill(request: StoredRestoreRequest): DrillsResponse['open'] {
  const { id, state, drill } = request;
  return { request: id, state, cleanup: drill?.cleanup ?? 'pending' };
}

/** Who sees none of its namespaces need not know that they are tried out. */
function isOfReadable(
  { cluster, namespaces }: StoredDrillSchedule,
  readable: OwnedNamespace[],
): boolean {
  return readable.some(
    one => one.cluster === cluster && namespaces.includes(one.namespace),
  );
}

/** @throws ConflictError when the key stands for something else */
function assertSame(
  known: StoredRestoreRequest,
  { entityRef, cluster }: { entityRef: string; cluster?: string },
): void {
  const { drill, requester, wish } = known;
  const isSame =
    drill !== undefined &&
    requester.entityRef === entityRef &&
    (cluster === undefined || wish.backup.cluster === cluster);
  if (!isSame) {
    throw keyUsed(known);
  }
}
