import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { OwnedNamespace } from '../store/NamespaceStore';
import { ReaderCredentials } from './InventoryService';
import { NamespaceFilter, namespaceResourceRef } from './namespaceResourceRef';

/** Asks the portal's permission policy, on top of the proof of ownership and never instead of it. */
export class NamespacePermission {
  readonly #permissions: PermissionsService;
  readonly #ruleset: PermissionRuleset<OwnedNamespace, NamespaceFilter>;

  constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#ruleset =
      options.permissionsRegistry.getPermissionRuleset(namespaceResourceRef);
  }

  /** Leaves those namespaces for which the policy grants the permission. */
  async allowed<T extends OwnedNamespace>(
    permission: ResourcePermission,
    namespaces: T[],
    credentials: ReaderCredentials,
  ): Promise<T[]> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
    const holds = createConditionAuthorizer(this.#ruleset);
    return namespaces.filter(namespace => holds(decision, namespace));
  }

  /** @throws NotAllowedError when the policy grants none of the permissions for any namespace */
  async assertAnyAllowed(
    permissions: ResourcePermission[],
    credentials: ReaderCredentials,
  ): Promise<void> {
    const granted = await this.grantedForAny(permissions, credentials);
    if (!granted.includes(true)) {
      const names = permissions.map(({ name }) => name);
      throw new NotAllowedError(
        `You lack the permission ${names.join(' or ')}`,
      );
    }
  }

  /** Tells of each permission whether there may be a namespace for which the policy grants it. */
  async grantedForAny(
    permissions: ResourcePermission[],
    credentials: ReaderCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return decisions.map(({ result }) => result !== AuthorizeResult.DENY);
  }

  /** Whether the policy grants the permission whatever the namespace is. */
  async isAllowedForAll(
    permission: ResourcePermission,
    credentials: ReaderCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  async assertAllowedForAll(
    permission: ResourcePermission,
    credentials: ReaderCredentials,
  ): Promise<void> {
    if (!(await this.isAllowedForAll(permission, credentials))) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name} for all namespaces, as a whole backup needs it`,
      );
    }
  }

  async isAllowed(
    permission: BasicPermission,
    credentials: ReaderCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  async assertAllowed(
    permission: BasicPermission,
    credentials: ReaderCredentials,
  ): Promise<void> {
    if (!(await this.isAllowed(permission, credentials))) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  }
}
