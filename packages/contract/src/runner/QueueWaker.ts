import { setTimeout as delay } from 'node:timers/promises';
import { ApiFailure } from '../kubernetes/ApiFailure';
import { KubernetesClient } from '../kubernetes/KubernetesClient';

const ACTIVE = ['ReadyToStart', 'InProgress'];
/** Neither started nor about to. */
const REMOVABLE = ['Queued', 'FailedValidation'];
/** Times that a queue is woken in vain before nothing is expected of it any more. */
const WAKES_IN_VAIN = 15;
const REMOVE_MILLIS = 20;
const REMOVE_ATTEMPTS = 500;

/**
 * Velero's queue sometimes misses the end of a backup and then stands still until its next look, a minute later. A backup
 * that enters the queue makes it look at once; this one is taken out again before its turn.
 */
export class QueueWaker {
  readonly #kube: KubernetesClient;
  readonly #backups: { resource: 'backups'; namespace: string };
  readonly #name: string;
  #stoodStill = false;
  #wakes = 0;

  constructor(options: {
    kube: KubernetesClient;
    veleroNamespace: string;
    name: string;
  }) {
    this.#kube = options.kube;
    this.#backups = { resource: 'backups', namespace: options.veleroNamespace };
    this.#name = options.name;
  }

  /**
   * Wakes a queue that stood still in the look before already.
   *
   * @returns true for one that does not wake: the server takes a backup that ended too quickly for one that runs, for ever
   */
  async look(): Promise<boolean> {
    const { items } = await this.#kube.list(this.#backups);
    const phases = items.map(({ status }) => status?.phase ?? '');
    const still =
      phases.includes('Queued') &&
      !phases.some(phase => ACTIVE.includes(phase));
    this.#wakes = still ? this.#wakes : 0;
    if (still && this.#stoodStill) {
      this.#wakes += 1;
      await this.#wake();
    }
    this.#stoodStill = still;
    return this.#wakes >= WAKES_IN_VAIN;
  }

  forget() {
    this.#stoodStill = false;
    this.#wakes = 0;
  }

  async #wake() {
    await this.#kube.create(this.#backups, {
      metadata: { name: this.#name },
      // Without a location of that name it ends at its turn, and nothing of it is stored.
      spec: { storageLocation: this.#name },
    });
    for (let attempt = 0; attempt < REMOVE_ATTEMPTS; attempt += 1) {
      if (await this.#removed()) {
        return;
      }
      await delay(REMOVE_MILLIS);
    }
  }

  /**
   * A backup that is removed when its turn has just come keeps its place in the server's memory, and no other one ever
   * starts: so only the version is removed that was seen waiting or ended.
   */
  async #removed(): Promise<boolean> {
    const itself = { ...this.#backups, name: this.#name };
    const { metadata, status } = await this.#kube.get(itself);
    if (!REMOVABLE.includes(status?.phase ?? '')) {
      return false;
    }
    const { resourceVersion } = metadata;
    try {
      await this.#kube.remove(itself, { preconditions: { resourceVersion } });
      return true;
    } catch (error) {
      if (error instanceof ApiFailure && error.code === 409) {
        return false;
      }
      throw error;
    }
  }
}
