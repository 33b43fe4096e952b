import { mockCredentials } from '@backstage/backend-test-utils';

const BACKUPS = '/entities/by-name/component/default/service/backups';

interface BackupsAnswer {
  items: Array<{ name: string }>;
  totalItems: number;
  clusters: Array<{ state: string }>;
}

/** Asks the portal's API as a user does. */
export class Portal {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async backups(): Promise<BackupsAnswer | undefined> {
    return this.#get(BACKUPS);
  }

  async backup(name: string): Promise<{ itemsDone?: number } | undefined> {
    return this.#get(`/clusters/eu/backups/velero/${name}`);
  }

  /** Waits until a full collection of this many backups is shown. */
  async synced(total: number): Promise<void> {
    for (;;) {
      const answer = await this.backups();
      if (answer?.totalItems === total && answer.clusters[0].state === 'live') {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  async #get<T>(path: string): Promise<T | undefined> {
    const response = await fetch(`${this.#url}${path}`, {
      headers: { Authorization: mockCredentials.user.header() },
    });
    const body = await response.json();
    return response.ok ? (body as T) : undefined;
  }
}
