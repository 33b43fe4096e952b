import { setTimeout as sleep } from 'node:timers/promises';
import { timed } from '../statistics';
import { Replica } from './Replica';
import { PREVIEWED_KINDS } from './restoreRoles';

/** The one that the backups are of. */
export const PREVIEWED_NAMESPACE = 'payments';

/** Of one user, who may not ask more often in a minute. */
const PER_USER = 20;
/** Looks at the first backup until the portal knows the cluster, each half a second later. */
const ATTEMPTS = 240;

interface Preview {
  allow: boolean;
  reasons: string[];
  kinds: Array<{ count: number }>;
}

/** Asks for previews as one user after the other. */
export class Previews {
  readonly #replica: Replica;
  readonly objects = Object.values(PREVIEWED_KINDS).reduce(
    (sum, { count }) => sum + count,
    0,
  );
  #asked = 0;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  async untilReady(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const problem = await this.#problemOf(0, PREVIEWED_NAMESPACE);
      if (!problem) {
        return;
      }
      if (attempt === ATTEMPTS) {
        throw new Error(`The portal gives no preview: ${problem}`);
      }
      await sleep(500);
    }
  }

  /** @returns milliseconds */
  async look(backup: number, target: string): Promise<number> {
    const { result, milliseconds } = await timed(() =>
      this.#problemOf(backup, target),
    );
    if (result) {
      throw new Error(`Backup ${backup} has no preview: ${result}`);
    }
    return milliseconds;
  }

  async #problemOf(
    backup: number,
    target: string,
  ): Promise<string | undefined> {
    const user = Math.floor(this.#asked / PER_USER);
    this.#asked += 1;
    const asked = await this.#replica.ask<Preview>(
      '/restore-requests/preview',
      `user:default/user-${user}`,
      {
        wish: {
          backup: {
            cluster: 'c',
            veleroNamespace: 'velero',
            name: `nightly-${backup}`,
          },
          namespaces: [{ source: PREVIEWED_NAMESPACE, target }],
          reason: 'benchmark',
        },
      },
    );
    if ('problem' in asked) {
      return asked.problem;
    }
    const { allow, reasons, kinds } = asked.answer;
    const count = kinds.reduce((sum, kind) => sum + kind.count, 0);
    return allow && count > this.objects
      ? undefined
      : `${count} objects; ${reasons.join('; ')}`;
  }
}
