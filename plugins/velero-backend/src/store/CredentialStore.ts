import { Knex } from 'knex';

/** A Secret that the portal wrote. */
export interface WrittenSecret {
  cluster: string;
  namespace: string;
  name: string;
  /** Tells whether another text is the same; absent for one whose content is not to be used again. */
  digest?: string;
}

/** Remembers which Secrets the portal wrote, since it may not read them. What is in them is kept nowhere. */
export interface CredentialStore {
  find(key: Omit<WrittenSecret, 'digest'>): Promise<WrittenSecret | undefined>;
  save(secret: WrittenSecret): Promise<void>;
  remove(key: Omit<WrittenSecret, 'digest'>): Promise<void>;
}

export class DatabaseCredentialStore implements CredentialStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find({ cluster, namespace, name }: Omit<WrittenSecret, 'digest'>) {
    const row = await this.#knex('velero_credential')
      .where({ cluster, namespace, name })
      .first();
    return row && { ...row, digest: row.digest ?? undefined };
  }

  async save({ cluster, namespace, name, digest }: WrittenSecret) {
    await this.#knex('velero_credential')
      .insert({ cluster, namespace, name, digest: digest ?? null })
      .onConflict(['cluster', 'namespace', 'name'])
      .merge();
  }

  async remove({ cluster, namespace, name }: Omit<WrittenSecret, 'digest'>) {
    await this.#knex('velero_credential')
      .where({ cluster, namespace, name })
      .del();
  }
}
