import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  CredentialReference,
  OffboardingPlan,
  Operation,
  readTenantRequest,
  TenantNamespaces,
  TenantPlanResponse,
  TenantRequest,
  veleroTenantOnboardPermission,
} from 'backstage-plugin-velero-common';
import { Inventory } from '../inventory/Inventory';
import { fullOwnerRef } from '../onboarding/fullOwnerRef';
import { isOperationOf } from '../onboarding/isOperationOf';
import { isProven } from '../onboarding/isProven';
import { OffboardingDraft } from '../onboarding/OffboardingDraft';
import { Onboarding, OnboardingReader } from '../onboarding/Onboarding';
import { OnboardingRefusedError } from '../onboarding/OnboardingRefusedError';
import { toOffboardingPlan } from '../onboarding/toOffboardingPlan';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { offerNamespaces } from './offerNamespaces';
import { OnboardingService, TenantQuestion } from './OnboardingService';
import { RequestRate } from './RequestRate';
import { SelectedNamespaces } from './SelectedNamespaces';

/** For whoever fills in a form and looks at the plan again and again. Each look asks clusters. */
const QUESTIONS_PER_MINUTE = 120;

/** Each makes a plan twice, and is kept. */
const ORDERS_PER_MINUTE = 30;

/** Onboards only what the policy allows; that the namespaces are the tenant's is a rule of the plan itself. */
export class AuthorizedOnboarding implements OnboardingService {
  readonly #inventory: Inventory;
  readonly #onboarding: Onboarding;
  readonly #entities: EntityAccess;
  readonly #ownership: NamespaceOwnership;
  readonly #permission: NamespacePermission;
  readonly #selected: SelectedNamespaces;
  readonly #questions = new RequestRate(QUESTIONS_PER_MINUTE);
  readonly #orders = new RequestRate(ORDERS_PER_MINUTE);

  constructor(options: {
    inventory: Inventory;
    onboarding: Onboarding;
    entities: EntityAccess;
    ownership: NamespaceOwnership;
    permission: NamespacePermission;
  }) {
    this.#inventory = options.inventory;
    this.#onboarding = options.onboarding;
    this.#entities = options.entities;
    this.#ownership = options.ownership;
    this.#permission = options.permission;
    this.#selected = new SelectedNamespaces(options.ownership);
  }

  async listNamespaces(question: {
    owner: string;
    credentials: UserCredentials;
  }): Promise<TenantNamespaces[]> {
    const { credentials } = question;
    const owner = fullOwnerRef(question.owner);
    const reader = await this.#reader(credentials);
    const [clusters, claimed] = await Promise.all([
      this.#inventory.clusters(),
      this.#entities.claimsOfOwner(owner, credentials),
    ]);
    const readings = await Promise.all(
      clusters.map(async ({ name: cluster }) => {
        const all = await this.#ownership.namespacesIn(cluster);
        const proven = all.filter(({ owners }) =>
          isProven(owners, owner, reader),
        );
        const allowed = await this.#permission.allowed(
          veleroTenantOnboardPermission,
          proven,
          credentials,
        );
        return { cluster, all, proven, allowed };
      }),
    );
    const offers = offerNamespaces({ owner, reader, claimed, readings });
    return clusters.map(
      ({ veleroVersion, veleroNamespaces, ...cluster }, index) => ({
        ...cluster,
        ...offers[index],
      }),
    );
  }

  async plan(
    question: TenantQuestion & { credential?: CredentialReference },
  ): Promise<TenantPlanResponse> {
    this.#questions.count(question.credentials);
    const reader = await this.#reader(question.credentials);
    const { request, refusals } = readTenantRequest(question.request);
    const wanted = await this.#namespacesOf(request);
    await this.#assertAllowed(wanted, question.credentials);
    return request
      ? this.#onboarding.plan(
          { request, credential: question.credential },
          reader,
        )
      : { refusals, warnings: [], changes: [], manifests: [] };
  }

  async onboard(
    order: TenantQuestion & {
      secrets?: Record<string, Record<string, string>>;
      accepted?: string;
    },
  ): Promise<Operation> {
    this.#orders.count(order.credentials);
    const reader = await this.#reader(order.credentials);
    const { request, refusals } = readTenantRequest(order.request);
    const wanted = await this.#namespacesOf(request);
    await this.#assertAllowed(wanted, order.credentials);
    if (!request) {
      throw new OnboardingRefusedError(refusals);
    }
    const { secrets, accepted } = order;
    return this.#onboarding.onboard(
      { request, credentials: secrets, accepted },
      reader,
    );
  }

  async planOffboarding(question: {
    tenant: string;
    credentials: UserCredentials;
  }): Promise<OffboardingPlan> {
    this.#questions.count(question.credentials);
    const { task } = await this.#draftOffboarding(question);
    return toOffboardingPlan(question.tenant, task);
  }

  async offboard(order: {
    tenant: string;
    credentials: UserCredentials;
  }): Promise<Operation> {
    const { tenant, credentials } = order;
    this.#orders.count(credentials);
    return this.#onboarding.offboard(
      tenant,
      () => this.#draftOffboarding(order),
      await this.#reader(credentials),
    );
  }

  /** That the tenant is the reader's is told by the marks of its schedules, and which namespaces it concerns by what they back up. */
  async #draftOffboarding(question: {
    tenant: string;
    credentials: UserCredentials;
  }): Promise<OffboardingDraft> {
    const { tenant, credentials } = question;
    await this.#assertAllowed([], credentials);
    const draft = await this.#onboarding.draftOffboarding(
      tenant,
      await this.#reader(credentials),
    );
    const wanted = await this.#selected.namespacesOf(draft.schedules);
    await this.#assertAllowed(wanted, credentials);
    return draft;
  }

  async getOperation(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<Operation> {
    const { id, credentials } = question;
    await this.#assertAllowed([], credentials);
    const operation = await this.#onboarding.find(id);
    const reader = await this.#reader(credentials);
    if (!operation || !isOperationOf(operation, reader)) {
      throw new NotFoundError(`No operation '${id}' found`);
    }
    return operation;
  }

  async cancelOperation(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<Operation> {
    await this.getOperation(question);
    await this.#onboarding.cancel(question.id);
    return this.getOperation(question);
  }

  async #reader(credentials: UserCredentials): Promise<OnboardingReader> {
    return {
      userRef: credentials.principal.userEntityRef,
      ...(await this.#entities.reader(credentials)),
    };
  }

  /** Where nothing is known to be wanted, at least a policy that denies all is asked. */
  async #assertAllowed(
    wanted: OwnedNamespace[],
    credentials: UserCredentials,
  ): Promise<void> {
    const allowed = await this.#permission.allowed(
      veleroTenantOnboardPermission,
      wanted,
      credentials,
    );
    const denied = wanted.filter(namespace => !allowed.includes(namespace));
    if (denied.length > 0) {
      throw new NotAllowedError(
        `Nothing was done: you lack the permission ${
          veleroTenantOnboardPermission.name
        } for: ${denied
          .slice(0, 10)
          .map(({ cluster, namespace }) => `${cluster}/${namespace}`)
          .join(', ')}`,
      );
    }
  }

  /** None where the request cannot be read. */
  async #namespacesOf(request?: TenantRequest): Promise<OwnedNamespace[]> {
    const clusters = request?.clusters ?? [];
    const found = await Promise.all(
      clusters.map(async ({ cluster, namespaces = [] }) => {
        const all = await this.#ownership.namespacesIn(cluster);
        return request?.scope === 'platform'
          ? all
          : all.filter(({ namespace }) => namespaces.includes(namespace));
      }),
    );
    return found.flat();
  }
}
