import { mockCredentials } from '@backstage/backend-test-utils';

const ENTITY = '/entities/by-name/component/default/service';
const BACKUPS = `${ENTITY}/backups`;
const PROTECTION = `${ENTITY}/protection`;

interface BackupsAnswer {
  items: Array<{ name: string }>;
  totalItems: number;
  clusters: Array<{ state: string }>;
}

interface ProtectionAnswer {
  state: string;
  namespaces: Array<{ state: string }>;
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

  /** Whether the entity is protected, as the tab asks. */
  async protection(): Promise<ProtectionAnswer | undefined> {
    return this.#get(PROTECTION);
  }

  /** One of the files of a backup, as it comes. */
  async file(backup: string, file: 'logs' | 'resources'): Promise<Response> {
    return this.#fetch(`/clusters/eu/backups/velero/${backup}/${file}`);
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

  #fetch(path: string): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      headers: { Authorization: mockCredentials.user.header() },
    });
  }

  async #get<T>(path: string): Promise<T | undefined> {
    const response = await this.#fetch(path);
    const body = await response.json();
    return response.ok ? (body as T) : undefined;
  }
}
