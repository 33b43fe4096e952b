import { Agent, request } from 'undici';
import { ApiFailure } from './ApiFailure';
import { KubernetesList, KubernetesObject, WatchEvent } from './objects';
import { ObjectReference, apiVersionOf, kindOf, pathOf } from './resources';
import { readLines } from './readLines';

const ANSWER_MILLIS = 30_000;

const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
};

export interface RequestOptions {
  method?: string;
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  code: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

/** An object as a case writes it; kind and version follow from the resource. */
export interface NewObject {
  metadata: { name?: string; generateName?: string } & Record<string, unknown>;
  [field: string]: unknown;
}

/** Speaks to an API server as one user. Refusals are `ApiFailure`s. */
export class KubernetesClient {
  readonly #url: string;
  readonly #token?: string;
  readonly #agent: Agent;
  readonly #signal: AbortSignal;

  constructor(options: {
    url: string;
    token?: string;
    caData?: string;
    signal: AbortSignal;
  }) {
    this.#url = options.url;
    this.#token = options.token;
    this.#signal = options.signal;
    this.#agent = new Agent({ connect: { ca: options.caData } });
  }

  /** Whatever the server answers, refusals too. */
  async ask(options: RequestOptions): Promise<Answer> {
    const response = await this.#send(
      options,
      AbortSignal.any([this.#signal, AbortSignal.timeout(ANSWER_MILLIS)]),
    );
    const text = await response.body.text();
    return {
      code: response.statusCode,
      headers: response.headers,
      body: parse(text, response.headers['content-type']),
    };
  }

  async get(reference: ObjectReference): Promise<KubernetesObject> {
    return this.#expect({ path: pathOf(reference) });
  }

  /** Undefined when there is no such object. */
  async find(
    reference: ObjectReference,
  ): Promise<KubernetesObject | undefined> {
    return this.get(reference).catch(error => {
      if (error instanceof ApiFailure && error.code === 404) {
        return undefined;
      }
      throw error;
    });
  }

  async list(
    reference: ObjectReference,
    query?: Record<string, string>,
  ): Promise<KubernetesList> {
    return this.#expect({ path: pathOf(reference), query });
  }

  async create(
    reference: Omit<ObjectReference, 'name'>,
    object: NewObject,
    query?: Record<string, string>,
  ): Promise<KubernetesObject> {
    return this.#expect({
      method: 'POST',
      path: pathOf(reference),
      query,
      body: typed(reference, object),
    });
  }

  async replace(
    reference: ObjectReference,
    object: KubernetesObject,
  ): Promise<KubernetesObject> {
    return this.#expect({
      method: 'PUT',
      path: pathOf(reference),
      body: object,
    });
  }

  async patch(
    reference: ObjectReference,
    patch: unknown,
    type: 'merge' | 'json' | 'strategic' = 'merge',
  ): Promise<KubernetesObject> {
    return this.#expect({
      method: 'PATCH',
      path: pathOf(reference),
      body: patch,
      contentType: PATCH_TYPES[type],
    });
  }

  /** Server-side apply. */
  async apply(
    reference: ObjectReference,
    object: Record<string, unknown>,
    options: { manager: string; force?: boolean },
  ): Promise<KubernetesObject> {
    const { resource, name } = reference;
    return this.#expect({
      method: 'PATCH',
      path: pathOf(reference),
      query: {
        fieldManager: options.manager,
        ...(options.force && { force: 'true' }),
      },
      body: typed({ resource }, { metadata: { name }, ...object }),
      contentType: PATCH_TYPES.apply,
    });
  }

  async remove(reference: ObjectReference, body?: unknown): Promise<void> {
    await this.#expect({ method: 'DELETE', path: pathOf(reference), body });
  }

  /** The events of a watch until the server or the signal ends it. */
  async *watch(
    reference: ObjectReference,
    query: Record<string, string>,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent> {
    const path = pathOf(reference);
    const response = await this.#send(
      { path, query: { watch: 'true', ...query } },
      AbortSignal.any([this.#signal, signal]),
    );
    if (response.statusCode !== 200) {
      const text = await response.body.text();
      const { statusCode, headers } = response;
      throw new ApiFailure(
        `WATCH ${path}`,
        statusCode,
        parse(text, headers['content-type']),
      );
    }
    for await (const line of readLines(response.body)) {
      yield JSON.parse(line);
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #expect<T>(options: RequestOptions): Promise<T> {
    const { code, body } = await this.ask(options);
    if (code >= 300) {
      throw new ApiFailure(
        `${options.method ?? 'GET'} ${options.path}`,
        code,
        body,
      );
    }
    return body as T;
  }

  async #send(options: RequestOptions, signal: AbortSignal) {
    const { method = 'GET', path, query, body, contentType, headers } = options;
    const url = new URL(`${this.#url}${path}`);
    for (const [key, value] of Object.entries(query ?? {})) {
      url.searchParams.set(key, value);
    }
    return request(url, {
      method: method as 'GET',
      dispatcher: this.#agent,
      signal,
      headers: {
        accept: 'application/json',
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...(body !== undefined && {
          'content-type': contentType ?? 'application/json',
        }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}

function typed(
  { resource }: Pick<ObjectReference, 'resource'>,
  object: NewObject,
) {
  return {
    apiVersion: apiVersionOf(resource),
    kind: kindOf(resource),
    ...object,
  };
}

function parse(text: string, contentType?: string | string[]): unknown {
  return String(contentType).includes('json') ? JSON.parse(text) : text;
}
