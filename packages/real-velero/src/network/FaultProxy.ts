import { once } from 'node:events';
import net, { Socket } from 'node:net';
import { NetworkFaults } from '../RealVelero';
import { Delay } from './Delay';
import { findFreePort } from './ports';

const HOST = '127.0.0.1';

/** Passes on connections to a local port, or does not. */
export class FaultProxy implements NetworkFaults {
  readonly #server = net.createServer(socket => this.#accept(socket));
  readonly #sockets = new Set<Socket>();
  readonly #target: number;
  #delayMillis = 0;
  #refuses = false;

  private constructor(target: number) {
    this.#target = target;
  }

  static async start(target: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    proxy.#server.listen(await findFreePort(), HOST);
    await once(proxy.#server, 'listening');
    proxy.#server.unref();
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  cut() {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  refuse() {
    this.#refuses = true;
    this.cut();
  }

  delay(millis: number) {
    this.#delayMillis = millis;
  }

  clear() {
    this.#refuses = false;
    this.#delayMillis = 0;
  }

  close() {
    this.#server.close();
    this.cut();
  }

  #accept(client: Socket) {
    if (this.#refuses) {
      client.resetAndDestroy();
      return;
    }
    const server = net.connect({ host: HOST, port: this.#target });
    const delay = new Delay(() => this.#delayMillis);
    this.#join(client, server);
    client.pipe(server);
    server.pipe(delay).pipe(client);
    client.once('close', () => delay.destroy());
  }

  /** Ends both when one ends badly: whoever is left must not wait for ever. */
  #join(client: Socket, server: Socket) {
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.setNoDelay();
      socket.once('close', () => this.#sockets.delete(socket));
    }
    client.once('error', () => server.destroy());
    client.once('close', () => server.destroy());
    server.once('error', () => client.resetAndDestroy());
  }
}
