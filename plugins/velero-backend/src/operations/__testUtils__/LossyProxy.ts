import {
  createServer,
  IncomingMessage,
  request,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** What the proxy does to the next request that makes something. */
export type Loss = 'answer' | 'request' | 'everything-after';

/**
 * Stands before an API server and loses what a network can lose: the answer to a request that arrived, the request
 * itself, or, from a request that arrived on, everything.
 */
export class LossyProxy {
  readonly #target: string;
  readonly #server: Server;
  #losses: Loss[] = [];
  #silent = false;
  #holds?: RegExp;
  #held: Array<() => void> = [];

  private constructor(target: string) {
    this.#target = target;
    this.#server = createServer((incoming, response) => {
      const pass = () => this.#pass(incoming, response);
      if (this.#holds?.test(incoming.url!)) {
        this.#held.push(pass);
      } else {
        pass();
      }
    });
  }

  static async start(target: string): Promise<LossyProxy> {
    const proxy = new LossyProxy(target);
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Says what happens to the next POSTs, in their order. */
  lose(...losses: Loss[]) {
    this.#losses = losses;
  }

  /** Lets no request to a path that matches arrive before `letGo`. */
  hold(path: RegExp) {
    this.#holds = path;
  }

  /** How many requests were held so far, with those whose sender has given up. */
  get held(): number {
    return this.#held.length;
  }

  letGo() {
    this.#holds = undefined;
    this.#held.forEach(pass => pass());
    this.#held = [];
  }

  /** Lets the request arrive that was held first, and goes on holding others. */
  letOneGo() {
    this.#held.shift()?.();
  }

  recover() {
    this.#losses = [];
    this.#silent = false;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #pass(incoming: IncomingMessage, response: ServerResponse) {
    const loss = incoming.method === 'POST' ? this.#losses.shift() : undefined;
    if (this.#silent || loss === 'request') {
      incoming.socket.destroy();
      return;
    }
    const { method, headers } = incoming;
    const url = new URL(`${this.#target}${incoming.url}`);
    const passed = request(url, { method, headers }, answer => {
      if (loss) {
        this.#silent = loss === 'everything-after';
        answer.resume();
        incoming.socket.destroy();
        return;
      }
      response.writeHead(answer.statusCode!, answer.headers);
      pipeline(answer, response, error => {
        if (error) {
          incoming.socket.destroy();
        }
      });
    });
    passed.on('error', () => incoming.socket.destroy());
    response.on('close', () => passed.destroy());
    incoming.pipe(passed);
  }
}
