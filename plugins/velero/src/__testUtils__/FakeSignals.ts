import { SignalApi } from '@backstage/plugin-signals-react';

/** Plays the signals plugin. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<string, Set<() => void>>();

  subscribe: SignalApi['subscribe'] = (channel, onMessage) => {
    const listener = () => onMessage({} as Parameters<typeof onMessage>[0]);
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    return { unsubscribe: () => listeners.delete(listener) };
  };

  send(channel: string): void {
    for (const listener of this.#listeners.get(channel) ?? []) {
      listener();
    }
  }
}
