import {
  createServer,
  IncomingMessage,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { Certificate } from '../tls/SelfSignedCertificate';
import { sendError, sendText } from './respond';

/** Answers the requests below one path; `url` is seen from there. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<void> | void;

/** A listener of a sandbox, on the loopback interface only; over TLS when it has a certificate. */
export class SandboxServer {
  readonly #server: Server;
  readonly #routes = new Map<string, Route>();

  readonly #scheme: string;

  constructor(tls?: Certificate) {
    const listener: RequestListener = (request, response) => {
      this.#handle(request, response).catch(error =>
        sendError(response, error),
      );
    };
    this.#scheme = tls ? 'https' : 'http';
    this.#server = tls
      ? createTlsServer({ cert: tls.certificate, key: tls.key }, listener)
      : createServer(listener);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${this.port}`;
  }

  /** Answers what comes at or below a path, such as `/clusters/eu-west`; the empty path stands for all. */
  route(path: string, route: Route) {
    this.#routes.set(path, route);
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.close(error => (error ? reject(error) : resolve()));
      this.#server.closeAllConnections();
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const host = `http://${request.headers.host ?? '127.0.0.1'}`;
    const url = new URL(request.url ?? '/', host);
    const found = this.#find(url.pathname);
    if (!found) {
      sendText(response, 404, '404 page not found\n');
      return;
    }
    const below = url.pathname.slice(found.path.length) || '/';
    await found.route(
      request,
      response,
      new URL(`${below}${url.search}`, host),
    );
  }

  #find(pathname: string) {
    for (const [path, route] of this.#routes) {
      if (pathname === path || pathname.startsWith(`${path}/`)) {
        return { path, route };
      }
    }
    return undefined;
  }
}
