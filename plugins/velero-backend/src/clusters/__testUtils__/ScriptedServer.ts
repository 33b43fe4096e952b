import { createServer, RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { TestCertificate } from './createCertificate';

export interface SeenRequest {
  path: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Answers as a test says, and remembers what it was asked. */
export class ScriptedServer {
  readonly seen: SeenRequest[] = [];
  answer: RequestListener = (_, response) => response.end();
  readonly #server: Server;
  readonly #scheme: string;
  connections = 0;

  constructor(certificate?: TestCertificate) {
    const listener: RequestListener = (request, response) => {
      this.seen.push({ path: request.url ?? '', headers: request.headers });
      this.answer(request, response);
    };
    this.#scheme = certificate ? 'https' : 'http';
    this.#server = certificate
      ? createTlsServer(certificate, listener)
      : createServer(listener);
    this.#server.on('connection', () => {
      this.connections += 1;
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, 'localhost', resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  get url(): URL {
    const { port } = this.#server.address() as AddressInfo;
    return new URL(`${this.#scheme}://localhost:${port}`);
  }

  /** Answers each path with a status and a body. */
  replyTo(answers: Record<string, [status: number, body: unknown]>) {
    this.answer = (request, response) => {
      const [status, body] = answers[request.url ?? ''] ?? [404, {}];
      response.writeHead(status);
      response.end(JSON.stringify(body));
    };
  }

  /** Answers every request with a status and a body; objects become JSON. */
  reply(status: number, body: unknown, headers: Record<string, string> = {}) {
    this.answer = (_, response) => {
      response.writeHead(status, headers);
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  }
}
