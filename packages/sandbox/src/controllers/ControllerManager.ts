import { ControllerContext } from './ControllerContext';
import { startNamespaceContents } from './namespaceContents';
import { startOwnerCollection } from './ownerCollection';

const CONTROLLERS = [startNamespaceContents, startOwnerCollection];

/** What runs in every cluster beside its API server, whatever else is installed. */
export class ControllerManager {
  readonly #options: ControllerContext;
  #stops: (() => void)[] = [];

  constructor(options: ControllerContext) {
    this.#options = options;
  }

  start() {
    this.stop();
    const clock = this.#options.clock.fork();
    const context = { ...this.#options, clock };
    this.#stops = CONTROLLERS.map(startController => startController(context));
    this.#stops.push(() => clock.stop());
  }

  stop() {
    this.#stops.forEach(stop => stop());
    this.#stops = [];
  }
}
