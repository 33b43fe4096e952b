import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  CredentialReference,
  Operation,
  readTenantRequest,
  TenantNamespaces,
  TenantPlanResponse,
  TenantRequest,
  veleroTenantOnboardPermission,
} from 'backstage-plugin-velero-common';
import { Inventory } from '../inventory/Inventory';
import { fullOwnerRef } from '../onboarding/fullOwnerRef';
import { isProven } from '../onboarding/isProven';
import { Onboarding, OnboardingReader } from '../onboarding/Onboarding';
import { OnboardingRefusedError } from '../onboarding/OnboardingRefusedError';
import { OwnedNamespace } from '../store/NamespaceStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { NamespacePermission } from './NamespacePermission';
import { OnboardingService, TenantQuestion } from './OnboardingService';

/** Onboards only what the policy allows; that the namespaces are the tenant's is a rule of the plan itself. */
export class AuthorizedOnboarding implements OnboardingService {
  readonly #inventory: Inventory;
  readonly #onboarding: Onboarding;
  readonly #entities: EntityAccess;
  readonly #ownership: NamespaceOwnership;
  readonly #permission: NamespacePermission;

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
  }

  async listNamespaces(question: {
    owner: string;
    credentials: UserCredentials;
  }): Promise<TenantNamespaces[]> {
    const { credentials } = question;
    const owner = fullOwnerRef(question.owner);
    const reader = await this.#reader(credentials);
    const clusters = await this.#inventory.clusters();
    return Promise.all(
      clusters.map(async ({ veleroVersion, veleroNamespaces, ...cluster }) => {
        const all = await this.#ownership.namespacesIn(cluster.name);
        const allowed = await this.#permission.allowed(
          veleroTenantOnboardPermission,
          all.filter(({ owners }) => isProven(owners, owner, reader)),
          credentials,
        );
        const namespaces = allowed.map(({ namespace }) => namespace).sort();
        return { ...cluster, namespaces, others: all.length - allowed.length };
      }),
    );
  }

  async plan(
    question: TenantQuestion & { credential?: CredentialReference },
  ): Promise<TenantPlanResponse> {
    const reader = await this.#reader(question.credentials);
    const { request, refusals } = readTenantRequest(question.request);
    await this.#assertAllowed(request, question.credentials);
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
    const reader = await this.#reader(order.credentials);
    const { request, refusals } = readTenantRequest(order.request);
    await this.#assertAllowed(request, order.credentials);
    if (!request) {
      throw new OnboardingRefusedError(refusals);
    }
    const { secrets, accepted } = order;
    return this.#onboarding.onboard(
      { request, credentials: secrets, accepted },
      reader,
    );
  }

  /** That the tenant is the reader's is told by the marks of its schedules. */
  async offboard(order: {
    tenant: string;
    credentials: UserCredentials;
  }): Promise<Operation> {
    const { tenant, credentials } = order;
    await this.#assertAllowed(undefined, credentials);
    return this.#onboarding.offboard(tenant, await this.#reader(credentials));
  }

  async getOperation(question: {
    id: string;
    credentials: UserCredentials;
  }): Promise<Operation> {
    const { id, credentials } = question;
    const operation = await this.#onboarding.find(id);
    const reader = await this.#reader(credentials);
    if (!operation || !isOf(operation, reader)) {
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

  /** Where the request cannot be read or names what is not there, at least a policy that denies all is asked. */
  async #assertAllowed(
    request: TenantRequest | undefined,
    credentials: UserCredentials,
  ): Promise<void> {
    const wanted = request ? await this.#namespacesOf(request) : [];
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

  async #namespacesOf(request: TenantRequest): Promise<OwnedNamespace[]> {
    const found = await Promise.all(
      request.clusters.map(async ({ cluster, namespaces = [] }) => {
        const all = await this.#ownership.namespacesIn(cluster);
        return request.scope === 'platform'
          ? all
          : all.filter(({ namespace }) => namespaces.includes(namespace));
      }),
    );
    return found.flat();
  }
}

function isOf(operation: Operation, reader: OnboardingReader): boolean {
  return (
    reader.administrator ||
    operation.requestedBy === reader.userRef ||
    reader.ownershipRefs.includes(operation.owner)
  );
}
