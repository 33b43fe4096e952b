import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';

/** Runs tasks when a test wants it. */
export class ManualScheduler {
  readonly #scheduler = mockServices.scheduler();

  readonly feature = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () => this.#scheduler,
  });

  trigger(id: string): Promise<void> {
    return this.#scheduler.triggerTask(id);
  }
}
