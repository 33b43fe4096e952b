import { KubernetesObject } from '../api/KubernetesObject';
import { apiVersionOf } from '../api/ResourceType';
import { readResourceRequest } from '../http/RequestInfo';
import { SandboxCluster } from '../SandboxCluster';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // The shape depends on the request; tests look at what they asked for.
  body: ReturnType<typeof JSON.parse>;
}

export interface TestEvent {
  type: string;
  object: KubernetesObject & { code?: number; reason?: string };
}

interface RequestOptions {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Speaks to a simulated cluster over HTTP, as a client of Kubernetes does. */
export class TestClient {
  readonly #cluster: SandboxCluster;
  readonly #token?: string;

  constructor(
    cluster: SandboxCluster,
    options: { token?: string; anonymous?: boolean } = {},
  ) {
    this.#cluster = cluster;
    this.#token = options.anonymous
      ? undefined
      : options.token ?? cluster.tokens.admin;
  }

  async request(path: string, options: RequestOptions = {}): Promise<Answer> {
    const response = await this.#fetch(path, options);
    const text = await response.text();
    const json = response.headers.get('content-type') === 'application/json';
    const { status, headers } = response;
    return { status, headers, text, body: json ? JSON.parse(text) : undefined };
  }

  /** What the object is follows from the path unless it says so itself. */
  create(path: string, object: object): Promise<Answer> {
    const url = new URL(path, this.#cluster.url);
    const type = readResourceRequest('POST', url)?.type;
    const identity = type && {
      apiVersion: apiVersionOf(type),
      kind: type.kind,
    };
    const body = { ...identity, ...object };
    return this.request(path, { method: 'POST', body });
  }

  patch(path: string, body: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/merge-patch+json' };
    return this.request(path, { method: 'PATCH', body, headers });
  }

  /** The events of a watch until the server or the caller ends it. */
  async *watch(path: string, query: string): AsyncGenerator<TestEvent> {
    const response = await this.#fetch(`${path}?watch=1&${query}`, {});
    const decoder = new TextDecoder();
    let rest = '';
    // Leaving the loop cancels the body, and with it the request.
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      for (const line of lines) {
        yield JSON.parse(line);
      }
    }
  }

  /** The first events of a watch, as many as asked for. */
  async take(count: number, path: string, query: string): Promise<TestEvent[]> {
    const events: TestEvent[] = [];
    for await (const event of this.watch(path, query)) {
      events.push(event);
      if (events.length === count) {
        break;
      }
    }
    return events;
  }

  #fetch(path: string, options: RequestOptions): Promise<Response> {
    const { method = 'GET', body } = options;
    return fetch(`${this.#cluster.url}${path}`, {
      method,
      headers: {
        'user-agent': 'test/1.0',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...options.headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}
