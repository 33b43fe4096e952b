import { InputError } from '@backstage/errors';
import {
  PlannedCredential,
  storageProviders,
  TenantPlan,
  TenantRequest,
  TenantStorage,
} from 'backstage-plugin-velero-common';
import { CredentialStore } from '../store/CredentialStore';
import { credentialDigest } from './credentialDigest';

/** Values of given credentials, by their names and the fields of the provider. */
export type CredentialValues = Record<string, Record<string, string>>;

/** The text of a Secret that a plan makes. */
export interface CredentialText {
  cluster: string;
  namespace: string;
  name: string;
  given: string;
  version: number;
  text: string;
  digest: string;
}

/** What is known of a planned Secret: that it holds the same, something else, or nothing that may be used again. */
export type KnownContent = 'same' | 'other' | 'none';

/** Makes the texts of Secrets, and tells which are there already. */
export class Credentials {
  readonly #store: CredentialStore;

  constructor(store: CredentialStore) {
    this.#store = store;
  }

  /** @throws InputError for values that are missing or cannot be used; it tells none of them */
  async textsOf(
    plan: TenantPlan,
    values: CredentialValues,
  ): Promise<CredentialText[]> {
    assertWanted(plan, values);
    return Promise.all(
      plan.clusters.flatMap(({ cluster, credentials }) =>
        credentials.map(credential =>
          textOf(plan.tenant, cluster, credential, values),
        ),
      ),
    );
  }

  async known(text: CredentialText): Promise<KnownContent> {
    const found = await this.#store.find(text);
    if (!found) {
      return 'none';
    }
    return found.digest === text.digest ? 'same' : 'other';
  }

  /** Tells whether the portal has written a Secret; what is in it does not count. */
  async isWritten(
    cluster: string,
    { object: { metadata } }: PlannedCredential,
  ): Promise<boolean> {
    const { namespace, name } = metadata;
    const found = await this.#store.find({ cluster, namespace, name });
    return found?.digest !== undefined;
  }
}

/** The request with another version of a given credential. */
export function withVersion(
  request: TenantRequest,
  given: string,
  version: number,
): TenantRequest {
  const change = (storage: TenantStorage): TenantStorage =>
    'given' in storage.credential &&
    (storage.credential.given.name ?? 'credentials') === given
      ? {
          ...storage,
          credential: { given: { ...storage.credential.given, version } },
        }
      : storage;
  return {
    ...request,
    storage: change(request.storage),
    clusters: request.clusters.map(cluster => ({
      ...cluster,
      ...(cluster.storage && { storage: change(cluster.storage) }),
      ...(cluster.replicas && {
        replicas: cluster.replicas.map(replica => ({
          ...replica,
          storage: change(replica.storage),
        })),
      }),
    })),
  };
}

async function textOf(
  tenant: string,
  cluster: string,
  credential: PlannedCredential,
  values: CredentialValues,
): Promise<CredentialText> {
  const { object, given, version, provider } = credential;
  const file = storageProviders[provider].credential.fileOf(
    values[given] ?? {},
  );
  if (file.problems) {
    throw new InputError(
      file.problems
        .map(
          ({ field, message }) => `credentials.${given}.${field}: ${message}`,
        )
        .join('\n'),
    );
  }
  const { namespace, name } = object.metadata;
  const digest = await credentialDigest(tenant, file.text);
  return { cluster, namespace, name, given, version, text: file.text, digest };
}

function assertWanted(plan: TenantPlan, values: CredentialValues) {
  const wanted = plan.clusters.flatMap(({ credentials }) =>
    credentials.map(({ given }) => given),
  );
  const unknown = Object.keys(values).find(name => !wanted.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `The plan asks for no credential '${unknown.slice(
        0,
        63,
      )}'. It asks for: ${[...new Set(wanted)].join(', ') || 'none'}`,
    );
  }
}
