import { mockCredentials } from '@backstage/backend-test-utils';
import { Child } from '../Child';

/** What a replica says, or why it says nothing. */
export type ReplicaAnswer<T> = { answer: T } | { problem: string };

/** A replica of the portal that is killed and comes back, again and again. */
export class Replica {
  #child?: Child<never>;
  #url?: string;
  kills = 0;

  constructor(readonly settings: Record<string, string>) {}

  async start(): Promise<void> {
    const { child, ready } = await Child.start<never, { url: string }>(
      'restores/replicaProcess',
      { NODE_ENV: 'production', ...this.settings },
    );
    this.#child = child;
    this.#url = ready.url;
  }

  async kill(): Promise<void> {
    this.kills += 1;
    this.#url = undefined;
    await this.#child?.kill();
  }

  async stop(): Promise<void> {
    await this.#child?.stop();
  }

  async ask<T>(
    path: string,
    userRef: string,
    body?: object,
  ): Promise<ReplicaAnswer<T>> {
    if (!this.#url) {
      return { problem: 'it is being started' };
    }
    try {
      const response = await fetch(`${this.#url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          Authorization: mockCredentials.user.header(userRef),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return response.ok
        ? { answer: JSON.parse(text) }
        : { problem: `${response.status} ${text}` };
    } catch (error) {
      // It is being killed.
      return { problem: String(error) };
    }
  }
}
