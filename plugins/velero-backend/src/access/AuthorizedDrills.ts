import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  DrillSchedule,
  DrillScheduleBody,
  DrillsResponse,
  NewDrillBody,
  RestoreRequestDetails,
  veleroBackupReadPermission,
  veleroRestoreRequestPermission,
} from 'backstage-plugin-velero-common';
import { drillWish } from '../restores/drills/DrillPlanner';
import { Drills } from '../restores/drills/Drills';
import { toDrillRecord, toDrillSchedule } from '../restores/drills/toDrills';
import { keyUsed } from '../restores/requestErrors';
import { RestorePerson, Restores } from '../restores/Restores';
import { toRequestDetails } from '../restores/toRestoreRequest';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { DrillQuestion, DrillService } from './DrillService';
import { EntityAccess } from './EntityAccess';
import { EntityGate } from './EntityGate';
import { NamespacePermission } from './NamespacePermission';
import { RestoreOrders } from './RestoreOrders';
import { isInCharge, scheduleFor } from './scheduleFor';
import { VisibleRequests } from './VisibleRequests';

const REASON = 'Drill on demand';

/** Stands before drills: whose the entity and its namespaces are, and what the permission policy grants. */
export class AuthorizedDrills implements DrillService {
  readonly #drills: Drills;
  readonly #restores: Restores;
  readonly #gate: EntityGate;
  readonly #entities: EntityAccess;
  readonly #orders: RestoreOrders;
  readonly #permission: NamespacePermission;
  readonly #visible: VisibleRequests;

  constructor(options: {
    drills: Drills;
    restores: Restores;
    gate: EntityGate;
    entities: EntityAccess;
    orders: RestoreOrders;
    permission: NamespacePermission;
    visible: VisibleRequests;
  }) {
    this.#drills = options.drills;
    this.#restores = options.restores;
    this.#gate = options.gate;
    this.#entities = options.entities;
    this.#orders = options.orders;
    this.#permission = options.permission;
    this.#visible = options.visible;
  }

  async drills(question: DrillQuestion): Promise<DrillsResponse> {
    const { readable } = await this.#gate.open(question);
    const person = await this.#person(question);
    const known = await this.#drills.known(readable, drills =>
      this.#visible.of(drills, person, question.credentials),
    );
    const stored = await this.#drills.schedule(question.entityRef);
    const schedule = stored && scheduleFor(stored, person, readable);
    const lastProven = toDrillRecord(known.lastProven);
    const lastUnproven = toDrillRecord(known.lastUnproven);
    return {
      ...(lastProven && { lastProven }),
      ...(lastUnproven && { lastUnproven }),
      ...(known.open && { open: openDrill(known.open) }),
      ...(schedule && { schedule }),
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
    const person = await this.#person(question);
    // The newest backup may be another one by now than when the same was asked for first.
    const known = await this.#restores.findByKey(person.userRef, key);
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
    const { entityRef } = question;
    const stored = await this.#drills.schedule(entityRef);
    const person = await this.#person(question);
    if (stored && isInCharge(stored, person)) {
      await this.#assertAllowed(question, veleroBackupReadPermission);
      return toDrillSchedule(stored);
    }
    const { readable } = await this.#gate.open(question);
    const schedule = stored && scheduleFor(stored, person, readable);
    if (!schedule) {
      throw new NotFoundError(
        `Entity '${entityRef}' has no schedule of drills`,
      );
    }
    return schedule;
  }

  async setSchedule(
    question: DrillQuestion & { body: DrillScheduleBody },
  ): Promise<DrillSchedule> {
    const { entityRef, credentials, body } = question;
    const { cluster, namespaces } = body;
    const missing = await this.#missing(question, { cluster, namespaces });
    if (missing.length > 0) {
      throw new NotAllowedError(
        `These namespaces of cluster '${cluster}' are not proven to be of '${entityRef}' and yours, or you lack the permission ${
          veleroRestoreRequestPermission.name
        }: ${missing.join(', ')}`,
      );
    }
    const person = await this.#person({ credentials });
    const schedule = await this.#drills.setSchedule({
      ...body,
      namespaces: [...new Set(namespaces)].sort(),
      entityRef,
      requester: { ...person, entityRef },
    });
    return toDrillSchedule(schedule);
  }

  async removeSchedule(question: DrillQuestion): Promise<{ removed: boolean }> {
    const { entityRef } = question;
    const schedule = await this.#drills.schedule(entityRef);
    if (schedule && isInCharge(schedule, await this.#person(question))) {
      await this.#assertAllowed(question, veleroRestoreRequestPermission);
    } else if ((await this.#missing(question, schedule)).length > 0) {
      throw new NotAllowedError(
        `Drills of '${entityRef}' are ended by whoever set their times, by those who may ask for a restore of all their namespaces, and by administrators`,
      );
    }
    return { removed: await this.#drills.removeSchedule(entityRef) };
  }

  async #person({
    credentials,
  }: Pick<DrillQuestion, 'credentials'>): Promise<RestorePerson> {
    const { userEntityRef: userRef } = credentials.principal;
    return { userRef, ...(await this.#entities.reader(credentials)) };
  }

  /** The entity does not count: it may be gone, or claim nothing any more, and then there is no namespace to be asked about. */
  #assertAllowed(
    { credentials }: DrillQuestion,
    permission: ResourcePermission,
  ): Promise<void> {
    return this.#permission.assertAnyAllowed([permission], credentials);
  }

  /** Names what somebody could not ask for a restore of: they have no say in when it is made. */
  async #missing(
    { entityRef, credentials }: DrillQuestion,
    scope?: { cluster: string; namespaces: string[] },
  ): Promise<string[]> {
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
    return namespaces.filter(
      name => !allowed.some(({ namespace }) => namespace === name),
    );
  }
}

function openDrill(request: StoredRestoreRequest): DrillsResponse['open'] {
  const { id, state, drill } = request;
  return { request: id, state, cleanup: drill?.cleanup ?? 'pending' };
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
