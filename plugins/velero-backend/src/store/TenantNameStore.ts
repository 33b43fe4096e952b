import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';

/** Wants the name of a tenant for an owner. */
export interface TenantClaim {
  tenant: string;
  /** Full reference of a catalog entity. */
  owner: string;
  /** Whether it is given to the owner although it belongs to another one. */
  takeOver: boolean;
}

/**
 * Remembers whom the name of a tenant belongs to, also when nothing is left of it in any cluster: a Secret that was left
 * behind must not serve somebody else who takes the name.
 */
export interface TenantNameStore {
  /** Whom the name belongs to; nothing for a name that is free. */
  findOwner(tenant: string): Promise<string | undefined>;
  /** Sets the name free if it is that operation which gave it to its owner: then nothing of the tenant was ever there. */
  release(options: { tenant: string; operation: string }): Promise<void>;
}

export class DatabaseTenantNameStore implements TenantNameStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async findOwner(tenant: string): Promise<string | undefined> {
    const row = await this.#knex('velero_tenant_name')
      .where({ tenant })
      .first();
    return row?.owner;
  }

  async release(options: { tenant: string; operation: string }): Promise<void> {
    await this.#knex('velero_tenant_name').where(options).del();
  }
}

/**
 * Gives the name to the owner, as part of beginning an operation. What was taken over stays with its new owner, whatever
 * becomes of the operation.
 *
 * @throws ConflictError when it belongs to another one
 */
export async function claimTenant(
  transaction: Knex.Transaction,
  { tenant, owner, takeOver }: TenantClaim,
  operation: string,
): Promise<void> {
  await transaction('velero_tenant_name')
    .insert({ tenant, owner, operation })
    .onConflict('tenant')
    .ignore();
  const known = await transaction('velero_tenant_name')
    .where({ tenant })
    .first();
  if (known?.owner === owner) {
    return;
  }
  if (!takeOver) {
    throw new ConflictError(
      `The tenant '${tenant}' has come to belong to another owner. Choose another name`,
    );
  }
  await transaction('velero_tenant_name')
    .where({ tenant })
    .update({ owner, operation: null });
}
