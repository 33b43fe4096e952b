import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import { VELERO_CHANGES_CHANNEL } from 'backstage-plugin-velero-common';

/** Browsers ask again for each signal, so there is one in this many milliseconds at most. */
const INTERVAL = 1_000;

/** Tells all browsers that something changed. It does not say what, because it reaches everybody. */
export class ChangeBroadcaster {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  #timer?: NodeJS.Timeout;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#publish();
    }, INTERVAL);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #publish() {
    try {
      await this.#signals.publish({
        recipients: { type: 'broadcast' },
        channel: VELERO_CHANGES_CHANNEL,
        message: {},
      });
    } catch (error) {
      this.#logger.debug(
        `Browsers were not told of a change and will find it by asking: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
