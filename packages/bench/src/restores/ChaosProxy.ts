import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** Stands before an API server, and cuts connections by chance: before a question is passed on, or before its answer is. */
export class ChaosProxy {
  readonly #target: URL;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** Of all questions, from 0 to 1. */
  share = 0;
  lost = 0;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer(socket => this.#pass(socket));
  }

  static async start(target: string): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(target);
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.#target.pathname}`;
  }

  /** Breaks whatever is under way. */
  cut(): void {
    this.#open.forEach(socket => socket.destroy());
  }

  stop(): void {
    this.cut();
    this.#server.close();
  }

  /** What comes from the client at once is a question. */
  #pass(client: Socket) {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    const end = () => {
      client.destroy();
      server.destroy();
      this.#open.delete(client);
    };
    for (const socket of [client, server]) {
      socket.setNoDelay(true).on('error', end).on('close', end);
    }
    this.#open.add(client);
    let losesAnswer = false;
    client.on('data', question => {
      const chance = Math.random();
      const isLost = chance < this.share;
      this.lost += isLost ? 1 : 0;
      losesAnswer ||= isLost && chance < this.share / 2;
      if (isLost && !losesAnswer) {
        end();
      } else {
        server.write(question);
      }
    });
    server.on('data', answer => {
      if (losesAnswer) {
        end();
      } else {
        client.write(answer);
      }
    });
  }
}
