import { ArtifactError } from './ArtifactError';

/** Keeps one user from taking all the places of the others. */
export class UserQuota {
  readonly #limit: number;
  readonly #held = new Map<string, number>();

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  /**
   * Takes a place for a user, and gives a function that gives it back; calling it again does nothing.
   *
   * @throws ArtifactError `too-many` when the user holds all of theirs
   */
  take(userRef: string): () => void {
    const held = this.#held.get(userRef) ?? 0;
    if (held >= this.#limit) {
      throw new ArtifactError(
        'too-many',
        `You are reading ${held} logs or lists at the same time, and the portal gives no more to one user. Close one, or wait until it has ended, and try again`,
      );
    }
    this.#held.set(userRef, held + 1);
    let isHeld = true;
    return () => {
      if (isHeld) {
        isHeld = false;
        this.#giveBack(userRef);
      }
    };
  }

  #giveBack(userRef: string) {
    const held = this.#held.get(userRef)! - 1;
    if (held > 0) {
      this.#held.set(userRef, held);
    } else {
      this.#held.delete(userRef);
    }
  }
}
