import { HttpAnswer, httpRequest } from '../network/httpRequest';

export interface KubernetesClientOptions {
  url: string;
  ca: string;
  token: string;
}

/** The few requests that starting a cluster takes. */
export class KubernetesClient {
  readonly #options: KubernetesClientOptions;

  constructor(options: KubernetesClientOptions) {
    this.#options = options;
  }

  async isReady(signal: AbortSignal): Promise<boolean> {
    const { status } = await this.#request('GET', '/readyz', { signal });
    return status === 200;
  }

  /** The object at a path; nothing when there is none. */
  async get<T>(path: string, signal: AbortSignal): Promise<T | undefined> {
    const answer = await this.#request('GET', path, { signal });
    return answer.status === 404 ? undefined : parse(path, answer);
  }

  async create(
    path: string,
    object: object,
    signal: AbortSignal,
  ): Promise<void> {
    const body = JSON.stringify(object);
    parse(path, await this.#request('POST', path, { body, signal }));
  }

  async delete(path: string, signal: AbortSignal): Promise<void> {
    parse(path, await this.#request('DELETE', path, { signal }));
  }

  #request(
    method: string,
    path: string,
    { body, signal }: { body?: string; signal: AbortSignal },
  ) {
    const { url, ca, token } = this.#options;
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    };
    const target = { url: `${url}${path}`, method, ca };
    return httpRequest({ ...target, headers, body, signal });
  }
}

function parse(path: string, { status, body }: HttpAnswer) {
  const object = JSON.parse(body);
  if (status >= 300) {
    throw new Error(`${path} was answered with ${status}: ${object.message}`);
  }
  return object;
}
