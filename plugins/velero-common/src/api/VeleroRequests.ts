import { ResponseError } from '@backstage/errors';
import { RequestOptions } from './VeleroApi';

/** Finds the base URL of the backend plugin; `DiscoveryApi` and `DiscoveryService` both fit. @public */
export interface VeleroDiscovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Sends a request with the caller's identity; `FetchApi` fits. @public */
export interface VeleroFetch {
  fetch: typeof fetch;
}

/** Sends requests to the backend plugin, and turns its errors into errors. */
export class VeleroRequests {
  readonly #discovery: VeleroDiscovery;
  readonly #fetch: VeleroFetch;

  constructor(options: {
    discoveryApi: VeleroDiscovery;
    fetchApi: VeleroFetch;
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  /** @param query - what is absent or empty is left out */
  async get<T>(
    path: string,
    query: object,
    options?: RequestOptions,
  ): Promise<T> {
    return (await this.#ask(path, query, options)).json();
  }

  post<T>(
    path: string,
    body: object | undefined,
    options?: RequestOptions,
  ): Promise<T> {
    return this.#change('POST', path, body, options);
  }

  put<T>(path: string, body: object, options?: RequestOptions): Promise<T> {
    return this.#change('PUT', path, body, options);
  }

  delete<T>(path: string, options?: RequestOptions): Promise<T> {
    return this.#change('DELETE', path, undefined, options);
  }

  async stream(
    path: string,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    const response = await this.#ask(path, {}, options);
    // An empty log has no body in every browser.
    return response.body ?? new Blob([]).stream();
  }

  async #change<T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object | undefined,
    options?: RequestOptions,
  ): Promise<T> {
    const response = await this.#send(await this.#urlOf(path), {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: options?.signal,
    });
    return response.json();
  }

  async #ask(
    path: string,
    query: object,
    options: RequestOptions = {},
  ): Promise<Response> {
    const url = await this.#urlOf(path);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        url.searchParams.set(key, String(value));
      }
    }
    return this.#send(url, { signal: options.signal });
  }

  async #urlOf(path: string): Promise<URL> {
    return new URL(`${await this.#discovery.getBaseUrl('velero')}${path}`);
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    const response = await this.#fetch.fetch(url.toString(), init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
