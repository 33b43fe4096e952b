import { setTimeout as delay } from 'node:timers/promises';
import { KubernetesClient } from '../kubernetes/KubernetesClient';

const ACTIVE = ['ReadyToStart', 'InProgress'];
const ENTER_MILLIS = 20;
const ENTER_ATTEMPTS = 100;

/**
 * Velero's queue sometimes misses the end of a backup and then stands still until its next look, a minute later. A backup
 * that enters the queue makes it look at once; this one is taken out again before its turn.
 */
export class QueueWaker {
  readonly #kube: KubernetesClient;
  readonly #backups: { resource: 'backups'; namespace: string };
  readonly #name: string;
  #stoodStill = false;

  constructor(options: {
    kube: KubernetesClient;
    veleroNamespace: string;
    name: string;
  }) {
    this.#kube = options.kube;
    this.#backups = { resource: 'backups', namespace: options.veleroNamespace };
    this.#name = options.name;
  }

  /** Wakes a queue that stood still in the look before already. */
  async look(): Promise<void> {
    const { items } = await this.#kube.list(this.#backups);
    const phases = items.map(({ status }) => status?.phase ?? '');
    const still =
      phases.includes('Queued') &&
      !phases.some(phase => ACTIVE.includes(phase));
    if (still && this.#stoodStill) {
      await this.#wake();
    }
    this.#stoodStill = still;
  }

  forget() {
    this.#stoodStill = false;
  }

  async #wake() {
    const itself = { ...this.#backups, name: this.#name };
    await this.#kube.create(this.#backups, {
      metadata: { name: this.#name },
      spec: { includedNamespaces: [`${this.#name}-*`] },
    });
    try {
      await this.#entered();
    } finally {
      await this.#kube.remove(itself);
    }
  }

  async #entered() {
    const itself = { ...this.#backups, name: this.#name };
    for (let attempt = 0; attempt < ENTER_ATTEMPTS; attempt += 1) {
      const { status } = await this.#kube.get(itself);
      if (status?.phase) {
        return;
      }
      await delay(ENTER_MILLIS);
    }
  }
}
