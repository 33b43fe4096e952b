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

  async assertAllowed(
    permission: BasicPermission,
    credentials: ReaderCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  }
}
