import { KubernetesObject } from '../../clusters/ClusterConnection';
import { LocationCheck, locationCheckOf } from '../../operations/locationCheck';
import { StepRecord } from './StepRecord';

/** Milliseconds for which a check counts of a location that stays as it is; Velero checks once a minute if not told otherwise. */
const FRESH = 60_000;

/** Tells what Velero has found of a location as it is now from what it has found of the one before. */
export class LocationChecks {
  readonly #needed: number;
  readonly #askAgainAt: number;
  /** When the last check was that was seen; none once Velero was asked for another. */
  #lastAt: string | undefined;
  #last: LocationCheck | undefined;
  #count = 0;
  #askedAt: number | undefined;
  #isAwaited = false;
  /** Whether the first check that is seen may be of days ago; of later ones it is known that they are new. */
  #mayBeOld: boolean;
  #isOutdated = false;

  constructor(options: {
    /** The step that makes or changes the location. */
    location: StepRecord;
    /** When Velero is asked to check once more what it has not found Available, as milliseconds since the epoch. */
    askAgainAt: number;
  }) {
    const { before, checkedBefore } = options.location;
    // A check that was under way when the location was changed ends after the change, and is of what was there before.
    // Velero checks a location once at a time, so that the second one has begun after it.
    this.#needed = before ? 2 : 1;
    this.#mayBeOld = before === undefined;
    this.#lastAt = before ? checkedBefore : undefined;
    this.#askAgainAt = options.askAgainAt;
  }

  /** The last check since the location is as it is; nothing when none was seen. */
  get last(): LocationCheck | undefined {
    return this.#last;
  }

  see(live: KubernetesObject): void {
    const check = locationCheckOf(live);
    if (!check.phase || !check.checkedAt) {
      return;
    }
    if (this.#mayBeOld) {
      this.#mayBeOld = false;
      this.#isOutdated = Date.now() - Date.parse(check.checkedAt) > FRESH;
      this.#lastAt = this.#isOutdated ? check.checkedAt : undefined;
    }
    if (check.checkedAt !== this.#lastAt) {
      this.#count++;
      this.#isAwaited = false;
      this.#isOutdated = false;
    }
    this.#lastAt = check.checkedAt;
    this.#last = this.#count > 0 ? check : undefined;
  }

  /** What Velero says of the location as it is now; nothing while that is open. */
  verdict(): LocationCheck | undefined {
    const isOfNow = this.#count >= this.#needed;
    const isFinal = this.#last?.phase === 'Available' || this.#isAskedAgain();
    return isOfNow && isFinal ? this.#last : undefined;
  }

  isToBeAsked(): boolean {
    const isDoubtful =
      this.#last?.phase === 'Available' && this.#count < this.#needed;
    return (
      !this.#isAwaited &&
      this.verdict() === undefined &&
      (isDoubtful || this.#isOutdated || Date.now() >= this.#askAgainAt)
    );
  }

  asked(): void {
    this.#isAwaited = true;
    this.#askedAt = Date.now();
    this.#lastAt = undefined;
  }

  /** Whether Velero has checked it once more, and has had the time to hear of the Secret before. */
  #isAskedAgain(): boolean {
    return (
      !this.#isAwaited &&
      this.#askedAt !== undefined &&
      this.#askedAt >= this.#askAgainAt
    );
  }
}
