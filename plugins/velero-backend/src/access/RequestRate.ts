import { RateLimit } from '../lib/RateLimit';
import { TooManyRequestsError } from '../lib/TooManyRequestsError';
import { UserCredentials } from './InventoryService';

/** How often each user may ask what makes clusters work. */
export class RequestRate {
  readonly #perMinute: number;
  readonly #rate: RateLimit;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
    this.#rate = new RateLimit({ limit: perMinute, span: 60_000 });
  }

  /** @throws TooManyRequestsError for whoever asks more often */
  count({ principal }: UserCredentials): void {
    if (!this.#rate.take(principal.userEntityRef)) {
      throw new TooManyRequestsError(
        `You have asked ${
          this.#perMinute
        } times in a minute. Wait a moment, and try again`,
      );
    }
  }
}
