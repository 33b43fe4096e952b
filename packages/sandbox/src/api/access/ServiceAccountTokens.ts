import { randomBytes } from 'node:crypto';
import { KubernetesObject, objectKey } from '../KubernetesObject';
import { ObjectStore } from '../ObjectStore';
import { resourceTypeOf } from '../ResourceType';
import { serviceAccount, Subject } from './Subject';

const TOKEN_TYPE = 'kubernetes.io/service-account-token';
const ACCOUNT_ANNOTATION = 'kubernetes.io/service-account.name';

interface Holder {
  namespace: string;
  name: string;
  expires?: number;
}

/** Tokens of service accounts: those asked for, and those put into Secrets that are made for it. */
export class ServiceAccountTokens {
  readonly #store: ObjectStore;
  readonly #now: () => Date;
  readonly #holders = new Map<string, Holder>();

  constructor(options: { store: ObjectStore; now: () => Date }) {
    this.#store = options.store;
    this.#now = options.now;
    this.#store.collection('secrets').subscribe(({ type, object }) => {
      if (type !== 'DELETED') {
        this.#fill(object.object);
      }
    });
  }

  /** Whose token it is, as long as the account exists and the token has not expired. */
  subjectOf(token: string): Subject | undefined {
    const holder = this.#holders.get(token);
    if (!holder || (holder.expires ?? Infinity) < this.#now().getTime()) {
      return undefined;
    }
    const { namespace, name } = holder;
    const key = objectKey(name, namespace);
    return this.#store.collection('serviceaccounts').get(key)
      ? serviceAccount(namespace, name)
      : undefined;
  }

  issue(namespace: string, name: string, expires?: Date): string {
    const token = randomBytes(32).toString('base64url');
    this.#holders.set(token, { namespace, name, expires: expires?.getTime() });
    return token;
  }

  /** Does what Kubernetes' token controller does. */
  #fill(secret: KubernetesObject) {
    const { metadata, data = {} } = secret;
    const name = metadata.annotations?.[ACCOUNT_ANNOTATION];
    const { namespace } = metadata;
    const isFilled = Object.hasOwn(data as object, 'token');
    if (secret.type !== TOKEN_TYPE || !name || !namespace || isFilled) {
      return;
    }
    this.#store.put(resourceTypeOf('secrets'), {
      ...secret,
      data: {
        ...(data as object),
        namespace: encoded(namespace),
        token: encoded(this.issue(namespace, name)),
      },
    });
  }
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}
